"""The product's own coach, as `rapport simulate` lets it plan: the two are one."""

from rapport.domain.simulation.coached import Coach as Coach
