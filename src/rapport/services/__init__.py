"""What a person can do: gather, decide, save. The owner comes first; values go in, frozen values come out."""
