"""Well-known series of venues, each by all its names: an archive uses one of them, its readers another."""

from functools import cache
from typing import Final

from papershelf.search.analysis import words

KNOWN: Final = tuple(
    tuple(line.split(" = "))
    for line in """\
AAAI = AAAI Conference on Artificial Intelligence
ACL = Annual Meeting of the Association for Computational Linguistics
AISTATS = Artificial Intelligence and Statistics
CHI = Human Factors in Computing Systems
CIKM = Information and Knowledge Management
COLT = Conference on Learning Theory = Computational Learning Theory
CoNLL = Computational Natural Language Learning
CoRL = Conference on Robot Learning
CVPR = Computer Vision and Pattern Recognition
ECCV = European Conference on Computer Vision
EMNLP = Empirical Methods in Natural Language Processing
ICASSP = Acoustics, Speech and Signal Processing
ICCV = International Conference on Computer Vision
ICLR = International Conference on Learning Representations
ICML = International Conference on Machine Learning
ICRA = International Conference on Robotics and Automation
IJCAI = International Joint Conference on Artificial Intelligence
IJCV = International Journal of Computer Vision
IROS = Intelligent Robots and Systems
ISMIR = International Society for Music Information Retrieval
JAIR = Journal of Artificial Intelligence Research
JMLR = Journal of Machine Learning Research
JOSS = Journal of Open Source Software
KDD = Knowledge Discovery and Data Mining = SIGKDD
MICCAI = Medical Image Computing and Computer Assisted Intervention
NAACL = NAACL-HLT = North American Chapter of the Association for Computational Linguistics
NeurIPS = NIPS = Advances in Neural Information Processing Systems = Neural Information Processing Systems
RecSys = Recommender Systems
RSS = Robotics: Science and Systems
SIGIR = Research and Development in Information Retrieval
TACL = Transactions of the Association for Computational Linguistics
TMLR = Transactions on Machine Learning Research
TPAMI = PAMI = Transactions on Pattern Analysis and Machine Intelligence
UAI = Uncertainty in Artificial Intelligence
WACV = Winter Conference on Applications of Computer Vision
WSDM = Web Search and Data Mining
WWW = The Web Conference = World Wide Web Conference\
""".splitlines()
)
"""The names of a series in each line; one of them says which it is."""


@cache
def names_of(slug: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a venue, then those of its series."""
    own = {folded(name) for name in (slug, *names)}
    series = (known for known in KNOWN if own & {folded(name) for name in known})
    return tuple(dict.fromkeys([*names, *(name for known in series for name in known)]))


def folded(name: str) -> str:
    """Return the words of a name, without a year at its end."""
    parts = words(name)
    while parts and parts[-1].isdigit():
        parts.pop()
    return " ".join(parts)
