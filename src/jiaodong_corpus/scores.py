"""How much was right of how much, by measure."""

from dataclasses import dataclass, field


@dataclass
class Ratio:
    """So many right of so many."""

    right: float = 0
    of: float = 0

    def add(self, right: float, of: float) -> None:
        """Count more."""
        self.right += right
        self.of += of

    @property
    def share(self) -> float:
        """The share 0..1; 1 where there was nothing to get wrong."""
        return self.right / self.of if self.of else 1.0


@dataclass
class Scores:
    """The scores of one page, or of many: name of the measure -> ratio; and what went wrong, in words."""

    name: str
    ratios: dict[str, Ratio] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, measure: str, right: float, of: float) -> None:
        """Count ``right`` of ``of`` under a measure."""
        self.ratios.setdefault(measure, Ratio()).add(right, of)

    def take(self, other: "Scores") -> None:
        """Add the counts of another page."""
        for measure, ratio in other.ratios.items():
            self.add(measure, ratio.right, ratio.of)

    def share(self, measure: str) -> float:
        """Return a measure's share 0..1."""
        return self.ratios[measure].share if measure in self.ratios else 1.0


def badness(scores: Scores) -> tuple[float, float, str]:
    """Return what pages are sorted by, worst first."""
    return scores.share("labels by character"), scores.share("article boundaries"), scores.name
