"""The seventeen topics at the top of the IPTC Media Topics, and the sections that stand for them.

IPTC Media Topics are Copyright © IPTC, www.iptc.org, licensed under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/). The ids are the vocabulary's own; the Arabic labels
are this project's translations of the English ones, and may differ from those that IPTC publishes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from warraq.arabic.normalise import normalise


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the vocabulary."""

    id: str
    """medtop:01000000 to medtop:17000000."""
    label: str
    sections: str
    """Names that papers give such a section, parted by ، in any spelling."""

    @property
    def address(self) -> str:
        """Its page in the vocabulary."""
        return f"http://cv.iptc.org/newscodes/mediatopic/{self.id.partition(':')[2]}"


TOPICS: Final = (
    Topic(
        "medtop:01000000",
        "فنون وثقافة وترفيه وإعلام",
        "ثقافة، فن، فنون، ثقافة وفن، ثقافة وفنون، الثقافة والفنون، فن وثقافة، فن ومشاهير، "
        "مشاهير، "
        "أخبار الفن، سينما، موسيقى، مسرح، أدب، كتب، تلفزيون، دراما، إعلام، ميديا، آثار، "
        "تراث، ترفيه، "
        "culture, arts, art, entertainment, media, film, music, books",
    ),
    Topic(
        "medtop:02000000",
        "جريمة وقانون وعدالة",
        "حوادث، الحوادث، حوادث وقضايا، أخبار الحوادث، قضايا، قضاء، محاكم، جريمة، جرائم، أمن، "
        "crime, law, justice, courts",
    ),
    Topic(
        "medtop:03000000",
        "كوارث وحوادث وطوارئ",
        "كوارث، كوارث طبيعية، زلازل، حرائق، طوارئ، disaster, disasters, accidents",
    ),
    Topic(
        "medtop:04000000",
        "اقتصاد وأعمال ومال",
        "اقتصاد، اقتصادي، اقتصادية، اقتصاد وأعمال، اقتصاد ومال، أخبار اقتصادية، مال وأعمال، "
        "مال واقتصاد، الاقتصاد والمال، أعمال، مال، أسواق، بورصة، طاقة، نفط، عقارات، سياحة، "
        "economy, business, finance, markets, energy",
    ),
    Topic(
        "medtop:05000000",
        "تعليم",
        "تعليم، تربية، تربية وتعليم، جامعات، مدارس، طلاب، education",
    ),
    Topic(
        "medtop:06000000",
        "بيئة",
        "بيئة، مناخ، بيئة ومناخ، environment, climate",
    ),
    Topic(
        "medtop:07000000",
        "صحة",
        "صحة، صحة وجمال، صحة وطب، طب، طب وصحة، تغذية، health, medical, medicine",
    ),
    Topic(
        "medtop:08000000",
        "اهتمامات إنسانية",
        "منوعات، منوع، متفرقات، غرائب، طرائف، حول العالم، human interest, diverse, odd",
    ),
    Topic(
        "medtop:09000000",
        "عمل",
        "عمل، عمل وعمال، وظائف، نقابات، توظيف، labour, labor, jobs",
    ),
    Topic(
        "medtop:10000000",
        "أسلوب حياة وترفيه",
        "أسلوب حياة، لايف ستايل، نمط حياة، سيارات، أخبار السيارات، سفر، سياحة وسفر، مطبخ، أزياء، "
        "موضة، جمال، lifestyle, travel, leisure, fashion, food",
    ),
    Topic(
        "medtop:11000000",
        "سياسة وحكم",
        "سياسة، سياسي، سياسية، سياسات، أخبار سياسية، برلمان، حكومة، أحزاب، انتخابات، دبلوماسية، "
        "politics, politic, government, elections",
    ),
    Topic(
        "medtop:12000000",
        "دين",
        "دين، ديني، دين وحياة، إسلاميات، إسلامي، عقيدة، الدين والحياة، فتاوى، religion",
    ),
    Topic(
        "medtop:13000000",
        "علوم وتقنية",
        "علوم، علم، علوم وتكنولوجيا، علوم وتقنية، علوم وفضاء، علوم وصحة، تكنولوجيا، تقنية، تقنيات، "
        "تقني، فضاء، اتصالات، science, technology, tech, space",
    ),
    Topic(
        "medtop:14000000",
        "مجتمع",
        "مجتمع، اجتماعي، ثقافة ومجتمع، مرأة، أسرة، المرأة والطفل، طفل، شباب، هجرة، مهاجرون، "
        "society, family, women, migration",
    ),
    Topic(
        "medtop:15000000",
        "رياضة",
        "رياضة، رياضي، رياضية، أخبار الرياضة، أخبار رياضية، كرة القدم، كرة قدم، ملاعب، "
        "sport, sports",
    ),
    Topic(
        "medtop:16000000",
        "نزاعات وحروب وسلام",
        "حرب، حروب، نزاعات، عسكري، حرب وسلام، conflict, war, peace",
    ),
    Topic(
        "medtop:17000000",
        "طقس",
        "طقس، حالة الطقس، أحوال الطقس، أرصاد، weather",
    ),
)
"""In the order of their ids."""


def _key(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in normalise(name).split())


_BY_NAME: Final[Mapping[str, Topic]] = MappingProxyType(
    {
        _key(name): topic
        for topic in TOPICS
        for name in (topic.label, *topic.sections.replace("،", ",").split(","))
    }
)


def topic(category: str) -> Topic | None:
    """The topic that a category's name stands for, in whatever spelling; None for «محليات», «رأي»
    and other names that say where or how a story is told, not what of.
    """
    return _BY_NAME.get(_key(category))


def labels(categories: Iterable[str]) -> dict[str, str]:
    """By category, the label of its topic, where it stands for one."""
    return {name: found.label for name in categories if (found := topic(name))}
