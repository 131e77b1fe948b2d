"""IPIP-NEO-120 answers → T scores, against the norms of a large group on the internet (Johnson, 2014)."""

from collections.abc import Mapping


def score_inventory(answers: Mapping[int, int], sex: str, age: int) -> Mapping[str, float]:
    """The T score of each of the five domains by its letter (N, E, O, A, C), mean 50 and SD 10 among those compared.

    `answers` are all 120 items by number, each 1 to 5 as ticked; `sex` is M, F or N (both). Raises ValueError.
    """
    if set(answers) != set(range(1, 121)) or not set(answers.values()) <= {1, 2, 3, 4, 5}:
        raise ValueError("not 120 answers from 1 to 5")
    if sex not in ("M", "F", "N") or not 10 <= age <= 110:
        raise ValueError("no such group to compare with")
    from ipipneo import IpipNeo
    from ipipneo.norm import Norm
    from ipipneo.reverse import ReverseScored120
    from ipipneo.utility import organize_list_json

    given = {"answers": [{"id_question": item, "id_select": answer} for item, answer in sorted(answers.items())]}
    inventory = IpipNeo(question=120)
    facets = inventory.score(answers=organize_list_json(answers=ReverseScored120(answers=given)))
    norm = Norm(sex=sex, age=age, nquestion=120)
    return {letter: float(t) for letter, t in Norm.calc(domain=inventory.domain(score=facets), norm=norm).items()}
