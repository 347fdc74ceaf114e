// Which of many names fit what is typed: the words begin alike, in any order, whatever the accents.

const SPECIAL = { ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", đ: "d", ð: "d", ı: "i", þ: "th" };

export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[øłßæœđðıþ]/g, (char) => SPECIAL[char])
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");

// `names`: { name, folded }, the closest people first; that order stays. A name typed whole needs no offer.
export const fitting = (typed, names, most) => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const whole = words.join(" ");
  const found = [];
  for (const one of names) {
    if (found.length === most) break;
    const parts = one.folded.split(/[\s-]+/);
    if (one.folded !== whole && words.every((word) => parts.some((part) => part.startsWith(word)))) found.push(one.name);
  }
  return found;
};
