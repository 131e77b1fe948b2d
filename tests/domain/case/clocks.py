"""What the clock of a run says at moments of some runs; the page's script is held to the same table."""


def said(part: int, left: float, predicted: float, part_sign: str, whole_sign: str) -> dict[str, object]:
    return {"part": part, "part_left": left, "predicted": predicted, "part_sign": part_sign, "whole_sign": whole_sign}


TABLE = [
    ([60, 120, 60], [], 0.0, 300, said(0, 60, 240, "", "")),
    ([60, 120, 60], [], 20.0, 300, said(0, 40, 240, "part_ending", "")),
    ([60, 120, 60], [], 75.0, 300, said(0, -15, 255, "part_over", "")),
    ([60, 120, 60], [], 130.0, 300, said(0, -70, 310, "part_over", "overrun")),
    ([60, 120, 60], [60.0], 100.0, 300, said(1, 80, 240, "", "")),
    ([60, 120, 60], [90.0], 100.0, 300, said(1, 110, 360, "", "overrun")),
    ([60, 120, 60], [200.0], 210.0, 300, said(1, 110, 470, "", "overrun")),
    ([60, 120, 60], [60.0, 180.0], 250.0, 300, said(2, -10, 250, "part_over", "")),
    ([60, 120, 60], [60.0, 180.0], 260.0, 300, said(2, -20, 260, "part_over", "ending")),
    ([60, 120, 60], [60.0, 180.0], 300.0, 300, said(2, -60, 300, "part_over", "over")),
    ([300], [], 256.0, 300, said(0, 44, 300, "part_ending", "ending")),
]
