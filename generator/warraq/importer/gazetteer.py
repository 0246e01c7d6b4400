"""Names that the head of a news article is made of: places, agencies, sections, given names.

All are looked up by `lines.key`, so that spelling, punctuation and quotation marks do not matter.
Countries and the cities after which time zones are named come from CLDR, through Babel; the rest
are lists of facts.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from babel import Locale

from warraq.arabic.normalise import normalise
from warraq.importer.lexicon import entries, is_common, words_listed
from warraq.importer.lines import key

_CITIES: Final = """
الرياض، جدة، مكة، مكة المكرمة، المدينة المنورة، الدمام، الخبر، الظهران، الأحساء، الهفوف، القطيف،
الجبيل، الطائف، تبوك، أبها، خميس مشيط، جازان، جيزان، نجران، حائل، بريدة، عنيزة، القصيم، الباحة،
ينبع، عرعر، سكاكا، الجوف، حفر الباطن، الخرج، الدوادمي، المجمعة، الزلفي، شقراء، الرس، بيشة، بابل،
محايل عسير، صبيا، القنفذة، الليث، رابغ، العلا، الوجه، ضباء، أملج، القريات، رفحاء، طريف،
وادي الدواسر، الأفلاج، النماص، عسير، المنطقة الشرقية، الكويت، مدينة الكويت، الجهراء، الأحمدي،
المنامة، المحرق، الدوحة، الريان، الوكرة، أبوظبي، أبو ظبي، دبي، الشارقة، عجمان، رأس الخيمة، الفجيرة،
أم القيوين، العين، مسقط، صلالة، صحار، نزوى، صور، البريمي، صنعاء، عدن، تعز، الحديدة، المكلا، إب،
مأرب، ذمار، صعدة، حضرموت، سيئون، سقطرى، بغداد، البصرة، الموصل، أربيل، كركوك، السليمانية، النجف،
كربلاء، الناصرية، الحلة، الرمادي، الفلوجة، تكريت، سامراء، بعقوبة، دهوك، العمارة، الديوانية، الكوت،
الأنبار، دمشق، حلب، حمص، حماة، حماه، اللاذقية، طرطوس، دير الزور، الرقة، الحسكة، القامشلي، إدلب،
درعا، السويداء، القنيطرة، تدمر، ريف دمشق، بيروت، طرابلس، صيدا، زحلة، بعلبك، جونيه، جونية، النبطية،
الناقورة، عمان، عمّان، الزرقاء، إربد، العقبة، السلط، الكرك، معان، المفرق، جرش، عجلون، مادبا،
الطفيلة، القدس، القدس المحتلة، القدس الشرقية، رام الله، غزة، مدينة غزة، قطاع غزة، الخليل، نابلس،
جنين، طولكرم، قلقيلية، بيت لحم، أريحا، رفح، خان يونس، خانيونس، دير البلح، سلفيت، طوباس،
الضفة الغربية، الناصرة، حيفا، يافا، عكا، تل أبيب، بئر السبع، القاهرة، الإسكندرية، الجيزة، بورسعيد،
بور سعيد، السويس، الإسماعيلية، المنصورة، طنطا، الزقازيق، دمياط، المحلة الكبرى، أسيوط، المنيا، سوهاج،
قنا، الأقصر، أسوان، الفيوم، بني سويف، كفر الشيخ، البحيرة، دمنهور، المنوفية، شبين الكوم، القليوبية،
بنها، الشرقية، الغربية، الدقهلية، الغردقة، شرم الشيخ، العريش، مطروح، مرسى مطروح، شمال سيناء،
جنوب سيناء، الوادي الجديد، البحر الأحمر، العاصمة الإدارية، الخرطوم، أم درمان، بورتسودان، بور سودان،
مدني، ود مدني، الأبيض، الفاشر، نيالا، كسلا، القضارف، الجنينة، عطبرة، جوبا، بنغازي، مصراتة، سبها،
درنة، طبرق، سرت، الزاوية، البيضاء، زليتن، غريان، تونس، صفاقس، سوسة، القيروان، بنزرت، قابس، أريانة،
المنستير، نابل، قفصة، القصرين، سيدي بوزيد، مدنين، تطاوين، توزر، جندوبة، باجة، الكاف، سليانة، زغوان،
المهدية، قبلي، بن عروس، منوبة، جربة، جرجيس، الجزائر، الجزائر العاصمة، وهران، قسنطينة، عنابة، سطيف،
باتنة، البليدة، تلمسان، بجاية، تيزي وزو، سكيكدة، بسكرة، غرداية، تمنراست، ورقلة، بشار، تيارت،
مستغانم، الشلف، المسيلة، جيجل، الأغواط، أدرار، الوادي، الرباط، الدار البيضاء، فاس، مراكش، طنجة،
أكادير، مكناس، وجدة، تطوان، آسفي، سلا، تمارة، المحمدية، الجديدة، بني ملال، الناظور، الحسيمة، العيون،
الداخلة، تازة، خريبكة، سطات، الراشيدية، ورزازات، كلميم، الصويرة، تزنيت، العرائش، شفشاون، إفران،
بركان، طانطان، الصخيرات، تارودانت، نواكشوط، نواذيبو، مقديشو، هرجيسا، جيبوتي، موروني، لندن، باريس،
برلين، روما، مدريد، برشلونة، لشبونة، بروكسل، أمستردام، لاهاي، جنيف، بيرن، زيوريخ، لوزان، فيينا،
براغ، وارسو، بودابست، بوخارست، صوفيا، بلغراد، سراييفو، زغرب، أثينا، نيقوسيا، أنقرة، إسطنبول،
اسطنبول، إستانبول، موسكو، كييف، مينسك، ستوكهولم، أوسلو، كوبنهاغن، هلسنكي، دبلن، أدنبرة، مانشستر،
ليفربول، برمنغهام، ميلانو، تورينو، ميونيخ، ميونخ، فرانكفورت، هامبورغ، دافوس، سان بطرسبورغ،
سانت بطرسبرغ، واشنطن، نيويورك، لوس أنجلوس، لوس أنجليس، شيكاغو، هيوستن، بوسطن، ميامي، أتلانتا،
سان فرانسيسكو، لاس فيغاس، دالاس، سياتل، ديترويت، فيلادلفيا، الأمم المتحدة، أوتاوا، تورونتو،
مونتريال، فانكوفر، مكسيكو سيتي، مكسيكو، هافانا، كراكاس، بوغوتا، ليما، كيتو، سانتياغو، بوينس أيرس،
بوينس آيرس، برازيليا، ريو دي جانيرو، ساو باولو، مونتفيديو، لاباز، أسونسيون، طهران، أصفهان، مشهد،
تبريز، شيراز، قم، كابل، كابول، قندهار، إسلام أباد، إسلام آباد، كراتشي، لاهور، بيشاور، نيودلهي، دلهي،
مومباي، كلكتا، بنغالور، دكا، كولومبو، كاتماندو، بكين، شنغهاي، هونغ كونغ، هونج كونج، تايبيه، طوكيو،
أوساكا، سول، سيول، سيئول، بيونغ يانغ، بيونجيانج، بانكوك، هانوي، مانيلا، جاكرتا، كوالالمبور،
سنغافورة، رانغون، يانغون، سيدني، ملبورن، كانبيرا، ويلينغتون، أوكلاند، طشقند، ألماتي، ألما آتا،
أستانا، بيشكك، دوشنبه، عشق آباد، باكو، تبليسي، يريفان، أديس أبابا، أديس ابابا، نيروبي، كمبالا،
كينشاسا، لاغوس، أبوجا، داكار، باماكو، نيامي، أكرا، أبيدجان، ياوندي، نجامينا، إنجامينا، واغادوغو،
كوناكري، ليبرفيل، لواندا، هراري، بريتوريا، جوهانسبرغ، كيب تاون، دوربان، أنتاناناريفو، دار السلام،
أسمرة، كيغالي، لوساكا، مابوتو، سان بطرسبرغ، سان بطرسبرج، سان بطرسبورج، سانت بطرسبورغ، قازان، كازان،
سوتشي، دونيتسك، أوديسا، خاركيف، لفيف، جلال آباد، جلال أباد، مزار شريف، هيرات، روالبندي، فيصل آباد،
كويتا، بوجمبورا، بانغي، مونروفيا، فريتاون، بيساو، لومي، كوتونو، برازافيل، مالابو، جوبا، أروشا،
مومباسا، زنجبار، تمبكتو، غاو، فيكتوريا، بورت لويس، ويندهوك، غابورون، ليلونغوي، بنوم بنه، فينتيان،
هو شي منه، أولان باتور، بالي، شنجن، شينزين، قوانغتشو، ووهان، أورومتشي، هيروشيما، ناغازاكي، فوكوشيما،
بوسان، بيرث، بريزبين، سكوبيه، بريشتينا، تيرانا، بودغوريتسا، ليوبليانا، براتيسلافا، فيلنيوس، ريغا،
تالين، ريكيافيك، كيشيناو، بازل، إنسبروك، سالزبورغ، شتوتغارت، كولونيا، دوسلدورف، دورتموند، لايبزيغ،
بون، بريمن، نابولي، فلورنسا، البندقية، بولونيا، باليرمو، إشبيلية، فالنسيا، بلباو، ملقة، بورتو،
روتردام، أنتويرب، بروج، غوتنبرغ، مالمو، غلاسكو، بلفاست، كارديف، ليدز، دياربكر، ديار بكر، إزمير،
أضنة، غازي عنتاب، أنطاليا، بورصة، أورلاندو، نيو أورلينز، فينيكس، دنفر، ممفيس، سان دييغو، سان خوسيه،
كاليفورنيا، تكساس، فلوريدا، أريزونا، ميشيغان، فرجينيا، نيوجيرسي، أوهايو، لويزيانا، ألاباما،
بنسلفانيا، كولورادو، نيفادا، إلينوي، هاواي، ألاسكا، كيبيك، فيرغسون، تيخوانا، بنما، سان سلفادور،
تيغوسيغالبا، ماناغوا، بورت أو برنس، كينغستون، سان خوان، ماراكايبو، فاليتا، لوكسمبورغ، ستراسبورغ،
مرسيليا، ليون، نيس، كان، بوردو، تولوز، ميدلت، الرشيدية، زاكورة، تنغير، صفرو، الخميسات، سيدي قاسم،
سيدي سليمان، وزان، الفنيدق، أصيلة، برشيد، الفقيه بن صالح، أزيلال، قلعة السراغنة، بنجرير، ابن جرير،
اليوسفية، سيدي بنور، شيشاوة، سيدي إفني، السمارة، بوجدور، طاطا، جرسيف، تاوريرت، جرادة، فكيك، الدريوش،
إنزكان، آيت ملول، أيت ملول، الدراركة، بوزنيقة، النواصر، مديونة، بوسكورة، أزرو، تندوف، تبسة، خنشلة،
أم البواقي، سوق أهراس، قالمة، الطارف، برج بوعريريج، البويرة، بومرداس، تيبازة، المدية، الجلفة،
عين الدفلى، غليزان، سيدي بلعباس، عين تموشنت، تيسمسيلت، إليزي، تقرت، حاسي مسعود، المنيعة، عين صالح،
الحامة، حمام سوسة، حلق الوادي، قليبية، منزل بورقيبة، طبرقة، عين دراهم، سبيطلة، الرقاب، المكناسي،
الرديف، أم العرائس، المتلوي، دوز، بن قردان، المكنين، قصر هلال، القلعة الكبرى، باردو، رادس، صبراتة،
زوارة، ترهونة، بني وليد، أجدابيا، البريقة، رأس لانوف، الكفرة، غات، أوباري، غدامس، نالوت، الزنتان،
الجفرة، مرزق، تاورغاء، شبرا، شبرا الخيمة، حلوان، العاشر من رمضان، السادس من أكتوبر، المعادي،
مدينة نصر، مصر الجديدة، ميت غمر، دسوق، كفر الدوار، إدكو، ملوي، طهطا، جرجا، كوم أمبو، نجع حمادي،
سفاجا، مرسى علم، دهب، نويبع، طابا، الشيخ زويد، رأس سدر، سيوة، حلايب، شلاتين، الدمازين، كوستي، سنار،
دنقلا، شندي، الضعين، زالنجي، بابنوسة، الدلنج، كادوقلي، الخرطوم بحري، أبيي، وادي حلفا، ديمونة،
عسقلان، أشدود، نتانيا، هرتسليا، بيسان، طبريا، صفد، اللد، الرملة، أم الفحم، سخنين، كفر قاسم، سديروت،
إيلات، النقب، بيت لاهيا، بيت حانون، جباليا، النصيرات، البريج، بلعين، نعلين، العيزرية، بيت جالا،
بيت ساحور، مرجعيون، بنت جبيل، حاصبيا، جزين، بعبدا، الهرمل، عكار، زغرتا، البترون، عرسال، عين الحلوة،
الضاحية الجنوبية، شتورة، كسروان، عيتا الشعب، كفركلا، جسر الشغور، معرة النعمان، سراقب، خان شيخون،
إعزاز، اعزاز، جرابلس، رأس العين، عين عيسى، تل رفعت، حرستا، داريا، المعضمية، الزبداني، مضايا، يبرود،
القلمون، البوكمال، سلمية، مصياف، بانياس، بصرى الشام، التنف، طوزخورماتو، خانقين، المقدادية، الدجيل،
الشرقاط، القيارة، الحويجة، تلعفر، سنجار، زاخو، حلبجة، السماوة، أبو الخصيب، الفاو، أم قصر، أبو غريب،
ديالى، نينوى، ذي قار، ميسان، واسط، لحج، أبين، الضالع، شبوة، المحويت، المهرة، المخا، الخوخة، حجة،
الرمثا، وادي موسى، ظهران الجنوب، سراة عبيدة، رجال ألمع، تنومة، بلجرشي، المخواة، القويعية، عفيف،
شرورة، تيماء، دومة الجندل، طبرجل، بقيق، رأس تنورة، الخفجي، النعيرية، صامطة، أبو عريش، الدرعية،
البكيرية، المذنب، نيوم، خليص، الجموم، خيبر، الحناكية، خورفكان، كلباء، الذيد، مسندم، الدقم، الرستاق،
عبري، لوسيل، مسيعيد، السالمية، الفروانية، حولي، كيفة، روصو، ازويرات، كيسمايو، بيدوا، بوصاصو،
غالكعيو، حيدر آباد، أوتار براديش، غوجارات، البنجاب، السند، بلوشستان، وزيرستان، هلمند، قندوز، غزني،
باميان، ننغرهار، ماريلاند، ماساتشوستس، كونيتيكت، إنديانا، ميزوري، مينيسوتا، ويسكونسن، أوريغون، يوتا،
نبراسكا، كانساس، أوكلاهوما، أركنساس، تينيسي، كنتاكي، ميسيسيبي، مونتانا، مانهاتن، بروكلين، أونتاريو،
ألبرتا، لييج، أوترخت، آيندهوفن، درسدن، نورنبرغ، هانوفر، كراكوف، نانت، مونبلييه، غرونوبل، كاليه،
كورسيكا، كتالونيا، كاتالونيا، الأندلس، غرناطة، قرطبة، طليطلة، سرقسطة، أليكانتي، بورتسموث،
ساوثهامبتون، نوتنغهام، شيفيلد، بريستول، كامبريدج، ويلز، اسكتلندا، صقلية، سردينيا، لامبيدوزا، جنوى،
فيرونا، سالونيك
"""

_COUNTRIES: Final = """
الإمارات، السعودية، أمريكا، أميركا، بريطانيا، فلسطين، إسرائيل، الولايات المتحدة الأمريكية،
الولايات المتحدة الأميركية، دولة الإمارات العربية المتحدة، المملكة العربية السعودية،
مملكة البحرين، دولة قطر، دولة الكويت، سلطنة عمان، كوريا الجنوبية، كوريا الشمالية،
الأراضي الفلسطينية، الضفة الغربية، إنجلترا، عواصم
"""

_AGENCIES: Final = """
رويترز، وكالة رويترز، Reuters، أ ف ب، فرانس برس، وكالة فرانس برس، AFP، أ ب، أسوشيتد برس،
اسوشيتد برس، أسوشييتد برس، الأسوشيتد برس، AP، د ب أ، الألمانية، وكالة الأنباء الألمانية، dpa،
يو بي آي، UPI، واس، وكالة الأنباء السعودية، وام، وكالة أنباء الإمارات، كونا، وكالة الأنباء الكويتية،
قنا، وكالة الأنباء القطرية، بنا، وكالة أنباء البحرين، العمانية، وكالة الأنباء العمانية، سبأ، سبأنت،
بترا، وكالة الأنباء الأردنية، وفا، وكالة وفا، معا، سانا، الوطنية، وكالة الأنباء اللبنانية،
الوكالة الوطنية للإعلام، أ ش أ، أش أ، وكالة أنباء الشرق الأوسط، سونا، وكالة السودان للأنباء، وال،
وات، وأج، واج، وكالة الأنباء الجزائرية، ومع، و م ع، وكالة المغرب العربي للأنباء،
وكالة المغرب العربي، الأناضول، الاناضول، وكالة الأناضول، سبوتنيك، نوفوستي، تاس، إيتار تاس، إنترفاكس،
شينخوا، وكالة شينخوا، إرنا، ارنا، فارس، مهر، إفي، إيفي، أنسا، كيودو، يونهاب، بلومبرغ، بلومبيرغ،
بلومبرج، Bloomberg، واع، نينا، أصوات العراق، آكي، آي بي إيه، صفا، وكالة صفا، وكالات، الوكالات،
وكالات الأنباء، أ ف ب ورويترز، رويترز وأ ف ب، Anadolu، CNN، سي إن إن، CNN بالعربية، BBC، BBC Arabic،
بي بي سي، بي بي سي عربي، فرانس 24، France 24، دويتشه فيله، DW، وما، و م أ،
الوكالة الموريتانية للأنباء، فرانس بريس، الفرنسية، وكالة الصحافة الفرنسية، وكالة الأنباء الفرنسية،
الوكالة الوطنية، وكالة الأنباء العراقية، الوكالة الوطنية العراقية للأنباء، وكالة الأنباء السورية،
وكالة الأنباء الفلسطينية، وكالة الأنباء التونسية، وكالة تونس إفريقيا للأنباء، وكالة الأنباء الليبية،
وكالة الأنباء اليمنية، وكالة أنباء شينخوا، ريا نوفوستي، إيرنا، ايرنا، إيسنا، وكالة تسنيم، كيوديو،
برناما، أنتارا، صونا، إينا، يونا، بلومبيرج، Sputnik، TASS، Xinhua
"""

_PHOTO_AGENCIES: Final = """
Getty، Getty Images، AFP Getty، AFP Getty Images، غيتي، غيتي إيمجز، غيتي إيماجز، غيتي إيميجز، جيتي،
جيتي إيمجز، جيتي إيماجز، EPA، إ ب أ، أي بي أيه، EPA EFE،
Shutterstock، شترستوك، شاترستوك، iStock، Alamy، ألامي،
Keystone، Globallookpress، Global Look Press، Legion Media، Imago، Imago Images، Corbis، Sipa، Zuma،
Picture Alliance، Science Photo Library، Wikimedia، Wikimedia Commons، ويكيميديا،
Unsplash، Pixabay، بيكسباي، مواقع التواصل، مواقع التواصل الاجتماعي، الإنترنت، انترنت
"""
"""Whose pictures papers print, and no stories."""

_OUTLETS: Final = """
الجزيرة، الجزيرة نت، العربية، العربية نت، الحدث، سكاي نيوز عربية، سكاي نيوز، الشرق، الشرق للأخبار،
الشرق نيوز، الشرق الأوسط، الشرق الأوسط أونلاين، الحياة، القدس العربي، العربي الجديد، العرب، إيلاف،
النهار، السفير، الأخبار، اللواء، المستقبل، الجمهورية، البناء، الديار، لبنان 24، المدن، النشرة،
الأهرام، أخبار اليوم، المصري اليوم، اليوم السابع، الشروق، الوطن، الوفد، الدستور، صدى البلد،
بوابة الأهرام، مصراوي، فيتو، عكاظ، سبق، الوئام، اليوم، المدينة، الاقتصادية، مكة، البلاد، الندوة،
تواصل، عاجل، أخبار 24، المرصد، الرأي، الغد، السبيل، عمون، خبرني، المدينة نيوز، القبس، الأنباء،
الراي، السياسة، الجريدة، الخليج، البيان، الاتحاد، الإمارات اليوم، الرؤية، الراية، الأيام، الوسط،
أخبار الخليج، الصباح، الصحافة، الصباح نيوز، موزاييك، الجوهرة، الجوهرة أف أم، هسبريس، صوت المغرب،
الأحداث المغربية، المساء، بيان اليوم، لكم، هبة بريس، أكادير 24، ميدي 1، اليوم 24، الخبر،
الشروق أونلاين، النهار أونلاين، المجاهد، الشعب، المغرب، الحرة، روسيا اليوم، RT، RT Arabic،
روسيا اليوم RT، مسبار، سبوتنيك عربي، Sputnik، Sputnik عربي، Sputnik Arabic، إرم نيوز، عربي 21،
عربي بوست، رصيف 22، درج، ميدل إيست آي، نون بوست، السومرية، السومرية نيوز، رووداو، شفق نيوز،
الزمان، المدى، الصباح الجديد، تشرين، الثورة، البعث، عنب بلدي، زمان الوصل، سودانيز أونلاين،
الانتباهة، القدس، الحياة الجديدة، فلسطين اليوم، سما
"""

_SECTIONS: Final = """
سياسة، سياسي، سياسية، سياسات، أخبار، الأخبار، أخبار سياسية، اقتصاد، الاقتصاد، اقتصادي، اقتصادية،
اقتصاد وأعمال، أخبار اقتصادية، مال وأعمال، مال واقتصاد، أعمال، أسواق، رياضة، الرياضة، رياضي، رياضية،
أخبار الرياضة، أخبار رياضية، ثقافة، الثقافة، ثقافي، ثقافة وفن، ثقافة وفنون، ثقافة ومجتمع، نجوم وفن،
سينما ودراما، فن، فنون،
فن وثقافة، فن ومشاهير، مشاهير، أخبار الفن، مجتمع، المجتمع، اجتماعي، صحة، الصحة، صحة وجمال، طب، علوم،
علوم وتكنولوجيا، علوم وتقنية، تكنولوجيا، تقنية، تقنيات، علم، علوم وصحة، بيئة، مناخ، طقس، منوعات،
متفرقات، منوع، حوادث، الحوادث، أخبار الحوادث، قضايا، قضاء، محاكم، أمن، دين، إسلاميات، دين وحياة،
ديني، رأي، آراء، مقالات، مقال، أعمدة، كتاب وآراء، أقلام، تحليل، تحليلات، تقارير، تقرير، تحقيقات،
تحقيق، ريبورتاج، روبورتاج، حوارات، حوار، مقابلات، حوارات وتحقيقات، ملفات،
محليات، محلي، محلية، شؤون محلية، أخبار محلية،
أخبار مصر، أخبار العالم، العالم، عالم، دولي، دولية، دوليات، أخبار دولية، أخبار عالمية،
أخبار العالم العربي، أخبار الصحافة، عربي، عربية، عربي ودولي، عرب وعالم، العالم العربي، الشرق الأوسط،
الوطن العربي، الخليج، المغرب العربي، مغاربي، مغاربيات، إفريقيا، أفريقيا، آسيا، أوروبا، أحزاب،
برلمان، حكومة، وطنية، وطني، الوطنية، جهات، جهوي، محافظات، تعليم، تربية، تربية وتعليم، جامعات، مرأة،
المرأة، أسرة، المرأة والطفل، سياحة، سياحة وسفر، سفر، سيارات، أخبار السيارات، طاقة، عقارات، تاريخ،
تراث، أدب، كتب، سينما، موسيقى، تلفزيون، راديو وتلفزيون، إذاعة وتلفزيون، توك شو، ميديا، إعلام،
بانوراما، كاريكاتير، فيديو، صور، انفوجراف، عام، عسكري، علمي، صحي، تعليمي، تربوي، بيئي، أمني، سياحي،
فني، تقني، إعلامي، إسلامي، قضائي، إنساني، آثار، هجرة، مهاجرون، حقوق الإنسان، السلم والأمن،
المناخ والبيئة، البيئة، الصحة العامة، الهجرة واللجوء، اللاجئون والمهاجرون، المساعدات الإنسانية،
التنمية المستدامة، العلوم والثقافة، الثقافة والتعليم، بيان صحفي، بيانات صحفية، العلوم والتكنولوجيا،
اقتصاد عربي، أخبار مصر، مغاربة العالم، اخبار، اقتصاد ومال، حوادث وقضايا، المقالات، الثقافة والفنون،
علوم وفضاء، فضاء، عقيدة، زراعة، فلاحة، جهوية، جهويات، أخبار وتقارير
"""

_VERDICTS: Final = """
صحيح، صحيح جزئيا، نصف صحيح، غير صحيح، زائف، زائفة، زائف جزئيا، مضلل، مضللة، محتوى مضلل، عنوان مضلل،
خادع، كاذب، كاذبة، كذب، مزيف، مزيفة، مفبرك، مفبركة، ملفق، ملفقة، غير دقيق، بلا دليل، ساخر، سخرية
"""
"""What those who check facts find of a claim; they print it where papers print their sections."""

_GIVEN_NAMES: Final = """
محمد أحمد محمود حامد حمد حمدي حمدان حماد محسن حسن حسين حسام حسني علي عمر عمرو عثمان عمار عامر عادل
عاطف عاصم عباس عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالحميد عبدالقادر عبدالسلام عبدالمجيد
عبدالهادي عبدالناصر عبدالوهاب عبدالفتاح عبداللطيف عبدالخالق عبدالرزاق عبدالإله عبدالحق عبدالواحد
عبده عبيد إبراهيم إسماعيل إسحاق إدريس إلياس أنس أنور أيمن أسامة أسعد أشرف أكرم أمين أمير أيوب أديب
باسم باسل بدر بسام بشار بشير بلال بهاء بندر تركي توفيق تامر تميم ثامر جابر جاسم جعفر جلال جمال
جمعة جميل جهاد جورج جوزيف جاد حاتم حازم حبيب حمزة حيدر خالد خليل خلف خليفة خلدون داود ذياب راشد
رامي رائد رجب رشيد رضا رضوان رفيق رمزي رمضان رياض ربيع رؤوف زكريا زكي زهير زياد زيد زين سالم سامح
سامر سامي سعد سعود سعيد سلطان سلمان سليم سليمان سمير سهيل سيد سيف سفيان شادي شاكر شريف شكري شوقي
شهاب صابر صادق صالح صباح صبحي صبري صلاح صالحة ضياء طارق طلال طلعت طه ظافر عايض عايد عاهد عدنان
عدلي عرفات عزيز عزت عصام عقيل علاء عماد عمران عوض عوني عيسى غازي غالب غانم غسان فادي فارس فاروق
فاضل فايز فتحي فراس فرج فرحات فريد فهد فهمي فؤاد فواز فيصل قاسم قيس كامل كريم كمال كنعان لؤي لطفي
ليث سيدي ماجد مازن مالك ماهر مبارك مجدي مراد مرتضى مروان مسعود مصطفى مصعب معاذ معتز معين منذر منصور
منير مهدي موسى مؤيد ميشال ميشيل ناجي نادر ناصر نايف نبيل نجيب نزار نسيم نصر نضال نعيم نواف نوري
هادي هاشم هاني هشام هلال هيثم وائل وجدي وحيد وديع وسام وسيم وليد وهيب ياسر ياسين يحيى يزيد يعقوب
يوسف يونس إيهاب إياد أوس إيلي بيار بطرس بولس حنا جبران طوني شربل مارون الياس منجي المنجي الهادي
الحبيب الطاهر الطيب المختار المهدي منصف المنصف آسيا آمال آمنة آلاء آية أسماء أمل أميرة أمينة أماني
أروى أسيل إيمان إلهام إسراء ابتسام انتصار بثينة بدرية بسمة بشرى بلقيس تغريد تهاني ثريا جميلة جنى
جواهر حنان حياة حليمة خديجة خلود دانا داليا دعاء دلال دنيا دينا ديما ديانا رانيا راوية رباب رحاب
رحمة رشا رغد رنا رندة روان ريم ريما رولا زهراء زهرة زينب زينة سارة سامية سحر سعاد سلمى سلوى سماح
سمر سمية سميرة سناء سهام سهى سوزان شادية شهد شيرين شيماء صفاء صفية ضحى عائشة عايدة عبير عفاف علياء
عزة غادة غيداء فاتن فاطمة فايزة فتيحة فدوى فرح فريدة فوزية كوثر لبنى لطيفة لمى لمياء ليلى لينا
مروة مريم مها منال منى منيرة مي ميساء ميسون نادية ناهد نجاة نجلاء نجوى ندى نرمين نسرين نعيمة نهى
نهلة نوال نور حمود عواض عيد هزاع مرزوق معيض مشعل متعب دخيل غرم فلاح مفلح مشاري مشرف منيف نهار شايع
شبيب صقر سلامة جبر ضيف رداد سالمين ربى رهف شروق غدير نورا نورة نورهان نيفين هالة هاجر هبة هدى هند
هناء هويدا وداد وفاء يارا ياسمين يسرا يسرى
راكان ريان نظير رضوى مسفر عليان فهيم حورية ثائر سوسن فيفيان سطام عهود لجين هيفاء طلحة زبير غيث قتيبة
لقمان محجوب مدحت مرعي معاوية ملحم ممدوح مهند نائل ناصيف نهاد نوفل وجيه وضاح يامن جواد حذيفة حسيب
خضر درويش رفعت زاهي سعدون سنان شفيق شوكت صفوان صهيب طاهر عاصي عروة عصمت عطية علوان عنتر
فوزي فيروز قحطان قصي كاظم كميل لبيب متولي مثنى محيي محروس مرتجى مقداد مناف منتصر ميثم نائلة ناظم
نذير نعمان هارون هيام وصفي يعرب عزالدين نورالدين علاءالدين بوشعيب لحسن الحسين الحسن بدرالدين
بوعلام صورية وهيبة كهينة دليلة نسيمة ميلود عاشور البشير الصادق ميار جمانة سندس رزان تالا لارا
كارلا ماريا كارين ناتالي ميرنا ماري جويل ريتا غريس إيليا طانيوس أنطوان فيليب شارل روجيه إميل
ألبير فادية سهير نوران رنيم مرفت ميرفت نيللي دلشاد شيرزاد آزاد نوزاد هوشيار كاوا بارزان مارك جون
ديفيد مايكل روبرت جيمس بيتر ستيفن توماس ويليام وليام أندرو مارتن باتريك كيفن ريتشارد تشارلز
كريستوفر ماثيو جوناثان أنتوني إدوارد جيفري كريستيان أليكس ألكسندر سيرغي فلاديمير دميتري إيفان
كارلوس خوسيه خوان لويس فرانشيسكو ماركو باولو أندريا بيير فرنسوا جاك هانز كلاوس فولفغانغ جوليا
جو توم تيم نيك تيري روي رون أندي كيم بيل إيما إليزابيث كاثرين جينيفر جيسيكا إيزابيل أنجيلا كارولين
محجوبة عبدالرحيم فهيمة حسناء أسمهان هتان ميسلون نصير عبدالرؤوف فالح شلاش مينا ميرزا رقية عبدالحكيم
صفوت جوسلين علا بشائر سجى كارينا نصار منيس عدي هايل مشعي عبدالمحسن ليان أحلام مفضي هتاف بليغ تاتيانا
كاميليا ليليان مناحي أمجد أميمة قبلان خليف مخلد حسنية سويد نانسي أنمار موضي جمعان بداح شتيوي نافل
سوار سكينة هياء هنري نيرمين فريح لوسي غنوة افتخار أنيسة سميحة دغش بديعة سهيلة مايسة عواد طامي
سيباستيان جاسر مسعد مايا زاهر سباعي عزيزة بولا مهنا ليانا منية ملفي عابد زايد بتال بكر علاوة رجاء
آيات آية وئام ولاء آلاء إيناس مطيران إكرامي شقران لولو نادين نشوى يمامة هيمن إيناس ميس ماجدة جيهان
أدهم كرار آرام كاوه هيوا ريبوار
بختيار نيجيرفان سيروان آسو كلود خولة أحمدو محمدو التاه إسلمو مولاي لالة إدير ماسينيسا تيزيري يوغرطة
لزهر يمينة بختة رشيدة السعدية كنزة حفصة رميساء ديمة هيا تسنيم صابرين أريج أنفال بدور تماضر زبيدة
عاتكة
غالية مديحة نبيلة يمنى المعز معتصم بكري الزبير إسحق نفيسة نعمات عفراء ميثاء شما حمدة حصة لولوة
"""

_SELDOM_NAMES: Final = """
إسلام طالب حجب حكيم مساعد مرشد عهد شجاع ذكرى عالية خير فضيلة كفى رؤى كفاح أشواق ملحة عبادة
نوف كريمة قمر روضة ملاك النور الفاتح حواء إخلاص بيان جود براءة تيسير اعتدال رابح إكرام لين سلطانة
صدقة شيخة مطر أمنية مجاهد شعاع ماضي سالمة مفيدة ممدوح مرضي فرحان آدم
"""
"""Given names that are other words more often."""

_OUTLET_WORD: Final = re.compile(
    r"^\W*(?:صحيفة|جريدة|موقع|بوابة|وكالة|شبكة|قناة|مجلة|إذاعة|راديو|تلفزيون)\s|"
    r"(?:^|\s)(?:وكالات|مراسل|مراسلو|نيوز|نت|برس|بريس|بوست|تايمز|ميديا|أونلاين|اونلاين|الإلكترونية?|"
    r"الالكترونية?|"
    r"أخبار|اخبار|الإخبارية|الاخبارية|[أإا]ف\s[أإا]م|تي\sفي)(?:\s|$)|\.(?:نت|كوم|net|com|org|"
    r"info|tv)\b|\bTV\b|\bNews\b",
    re.IGNORECASE,
)
_SITE: Final = re.compile(
    r"(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]+\.(?!(?:jpe?g|png|gif|webp|svg|bmp|pdf)$)[a-z]{2,6}",
    re.IGNORECASE,
)
"""«kifah.info»: an address without «http», and no file's name."""
_SHORTENED: Final = re.compile(r"(?P<name>[ء-ي]{3,})\s?\.\s?[ء-ي]\.?")
"""«رياض.خ»: the family's name is a letter."""
_HONORIFIC: Final = re.compile(
    r"^(?:[دأم]\s?\.\s?د?\.?|د/|(?:الأستاذة?\s)?الدكتورة?(?:\sالشريف)?|المهندسة?|الأستاذة?)\s*"
)
_STAR: Final = re.compile(r"\s*(?:\(\s*\*+\s*\)|\*+)?\s*$")
"""Behind a writer's name: what he is stands below the text."""
_NAME_WORD: Final = re.compile(r"(?:[\u0621-\u0652\u0670-\u06d3]{2,}|[دأم]\.|ال)+")
_INITIAL: Final = re.compile(r"(?![دأم])[\u0621-\u064a]\.")
"""«ع. بن صالح»: a given name's first letter."""
_GLUED_INITIAL: Final = re.compile(
    r"(?![دأم])([\u0621-\u064a])\u0640?\s?\.(?=[\u0621-\u063a\u0641-\u064a]{2})"
)
"""The same with no space behind it, or with one before its stop: «ع.صالح»."""
_PARTICLES: Final = """
في فى من على إلى الى عن مع أن إن هذا هذه التي الذي بعد قبل قال كان بين ما لا لم كما قد هو هي أو ثم
حتى عند يوم خلال حول ضد منذ غير كل بعض أكثر رئيس وزير مدير خبر صورة فيديو
مشهد لقطة منظر جانب عناصر قوات كلمة
"""
_LINKS: Final = "بن بنت ابن أبو ابو أبا ابا أم آل عبد ولد بو الدين الله"
_NEVER_IN_NAMES: Final = frozenset(_PARTICLES.split())
_LINKS_IN_NAMES: Final = frozenset(_LINKS.split())


def names_in(text: str) -> list[str]:
    """The names of a list parted by Arabic commas, wherever its lines break."""
    return [name for name in re.split(r"،\s*", " ".join(text.split())) if name]


def _keys(text: str) -> frozenset[str]:
    return frozenset(map(key, names_in(text)))


_LOGIN: Final = re.compile(r"[a-z0-9.-]+_[a-z0-9._-]+|[a-z0-9.-]*admin", re.IGNORECASE)
"""«difaf_admin»."""
_ACCOUNTS: Final = frozenset(
    key(name)
    for name in (
        *("admin", "administrator", "webmaster", "editor", "root", "user", "super user"),
        *("مدير الموقع", "المدير", "الإدارة", "إدارة الموقع", "المشرف", "مشرف", "المحرر", "محرر"),
        *("Author Name", "Writer Name", "Your Name", "Author", "John Doe", "Jane Doe", "Unknown"),
        *("اسم الكاتب", "اسم الكاتبة", "اسم المحرر", "اسم المؤلف", "اسم الصحفي", "اسم المراسل"),
    )
)


@cache
def place_names() -> tuple[str, ...]:
    """Cities and countries, as they are written."""
    zones = Locale("ar").time_zones.values()
    cities = sorted(str(zone["city"]) for zone in zones if zone.get("city"))
    return tuple(dict.fromkeys((*names_in(_CITIES), *_country_names(), *cities)))


def _country_names() -> tuple[str, ...]:
    states = (name for code, name in sorted(Locale("ar").territories.items()) if len(code) == 2)
    return (*names_in(_COUNTRIES), *states)


@cache
def places() -> frozenset[str]:
    """Keys of cities and countries."""
    return frozenset(map(key, place_names()))


def cities_like_countries() -> tuple[tuple[str, ...], ...]:
    """Cities whose names tashkeel alone tells from a country's, each in all its spellings: «عمان»,
    «عمّان», as «عُمان» is the country.
    """
    countries = {normalise(name): name for name in _country_names()}
    cities: dict[str, list[str]] = defaultdict(list)
    for name in names_in(_CITIES):
        cities[normalise(name)].append(name)
    return tuple(
        tuple(names)
        for letters, names in cities.items()
        if letters in countries and countries[letters] not in names
    )


@cache
def outlets() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Each outlet of `lists/outlets.txt`: its name, all its names, and its sites."""
    rows = (line.partition("|") for line in entries("outlets.txt"))
    named = ((tuple(names.strip().split("، ")), tuple(sites.split())) for names, _, sites in rows)
    return tuple((names[0], names, sites) for names, sites in named)


PHOTO_AGENCIES: Final = _keys(_PHOTO_AGENCIES)
AGENCIES: Final = _keys(_AGENCIES) | PHOTO_AGENCIES
LONGEST_AGENCY: Final = 2 * max(map(len, AGENCIES))
"""Characters of an agency's name, however many spaces and marks it is written with."""
_SUBJECTS: Final = _keys(_SECTIONS)
_VERDICT_KEYS: Final = _keys(_VERDICTS)
SECTIONS: Final = _SUBJECTS | _VERDICT_KEYS
_NEWS_OF: Final = re.compile(r"(?:ال)?(?:اخبار|شوون) ?(?P<what>\S{3,})(?: و\S{3,})?")
_LONGEST_SECTION: Final = 60
_SCOPED: Final = re.compile(
    r"(?:ال)?(?P<what>\S{3,}) (?:ال)?(?:محلي|عربي|عالمي|دولي|وطني|اقليمي)ه?"
)
"""«رياضة محلية», «اقتصاد عالمي»."""
_NEWS: Final = tuple(map(key, ("أخبار", "الأخبار", "شؤون")))
_NUNATION: Final = frozenset("\u064b\u064c\u064d")
"""Signs that no name is written with."""
_INITIALS: Final = re.compile(r"\W*إ\W+ب\W*")
_OF_SECTIONS: Final = frozenset(map(key, re.split(r"[\s،]+", _SECTIONS.strip()))) | _keys(
    "أهم، آخر، أحدث، الرئيسية، رئيسية، رئيسي، موضوعات، مواضيع، وتقارير، عاجل، مميزة، "
    "خاصة، متنوعة، عامة"
)
"""Words of which names of sections are made."""
_SECTIONS_WORDS: Final = 5
_LONG_NAMES: Final = tuple(name for _, names, _ in outlets() for name in names if " " in name)
_BEGIN_PARTS: Final = frozenset(map(key, _LONG_NAMES))
_FIRST_WORDS: Final = frozenset(key(name.split()[0]) for name in _LONG_NAMES)
"""Names of several words, with which those of their parts begin, and the first words of these."""
OUTLETS: Final = _keys(_OUTLETS) | _BEGIN_PARTS - SECTIONS - AGENCIES
"""Those whose names may stand alone; one word of the list may be any word."""
ARAB_NAMES: Final = frozenset(map(key, _GIVEN_NAMES.split()))
FOREIGN_NAMES: Final = frozenset(map(key, words_listed("foreign_names.txt"))) - ARAB_NAMES
"""Of other peoples, as newspapers write them."""
GIVEN_NAMES: Final = ARAB_NAMES | FOREIGN_NAMES

_SELDOM: Final = frozenset(map(key, _SELDOM_NAMES.split()))
_SERVANT: Final = re.compile(r"عبدال\w{3}")
"""«عبدالرؤوف» and all of its kind."""
_SECTIONS_NAME: Final = 3
"""Words of the longest name of a section that begins with another's."""
_NAME_OF_TWO: Final = 2
_LONGEST_NAME: Final = 16
"""Words of a name, with all that links them."""
_FAMILY: Final = re.compile(r"ال\w{3,}ي")


def is_place(text: str) -> bool:
    """A city or a country; `مدينة` before it does not matter."""
    return key(text.removeprefix("مدينة ")) in places() if text else False


@cache
def _cities() -> frozenset[str]:
    return _keys(_CITIES)


def is_city(text: str) -> bool:
    """A city, and no country."""
    return key(text) in _cities()


def is_agency(text: str) -> bool:
    """A news agency, in any of its spellings: أ.ف.ب, أ ف ب, (أ ف ب); «إ.ب» is a writer."""
    return key(text) in AGENCIES and not _INITIALS.fullmatch(text)


def is_news_agency(text: str) -> bool:
    """An agency that does not only sell pictures."""
    return is_agency(text) and key(text) not in PHOTO_AGENCIES


def is_outlet(text: str) -> bool:
    """A newspaper, a station, a site: by its name, or by a word such as وكالة or نيوز in it; or a
    part of one, «بي بي سي بانوراما».
    """
    short = len(text) < 45 and text.count(" ") < 4
    if key(text) in OUTLETS or (short and _is_part_of_outlet(text)):
        return True
    return short and _OUTLET_WORD.search(text) is not None and not is_section(text)


def _is_part_of_outlet(text: str) -> bool:
    """It begins with the name of one that has several words; a single one may mean much else."""
    words = text.split()
    if len(words) <= _NAME_OF_TWO or key(words[0]) not in _FIRST_WORDS:
        return False
    return any(key(" ".join(words[:count])) in _BEGIN_PARTS for count in range(2, len(words)))


def is_site(text: str) -> bool:
    """One word in Latin letters that has the shape of a site's address."""
    return "." in text and text.isascii() and _SITE.fullmatch(text) is not None


def is_section(text: str) -> bool:
    """The name that many papers give a section: سياسة, اقتصاد, عربي ودولي, أخبار المحافظات, الأخبار
    الوطنية.
    """
    if len(text) > _LONGEST_SECTION:
        return False
    name = key(text)
    if name in SECTIONS or name.removeprefix("ال") in _SUBJECTS or _are_two_subjects(text):
        return True
    scoped = _SCOPED.fullmatch(normalise(text)) if text.count(" ") == 1 else None
    if scoped and scoped["what"] in _SUBJECTS:
        return True
    news = _NEWS_OF.fullmatch(normalise(text)) if name.startswith(_NEWS) else None
    return news is not None and not _SUBJECTS.isdisjoint(
        (news["what"], news["what"].removeprefix("ال"))
    )


def _are_two_subjects(text: str) -> bool:
    """«ثقافة وتراث», «العلوم والبيئة»: two words of which each is a section's name."""
    first, _, second = text.partition(" و")
    if " " in first or " " in second or not second:
        return False
    names = {key(first), key(second)}
    return len(names) == _NAME_OF_TWO and all(
        not _SUBJECTS.isdisjoint((name, name.removeprefix("ال"))) for name in names
    )


def is_verdict(text: str) -> bool:
    """«زائف»: what was found of a claim."""
    return key(text) in _VERDICT_KEYS


def is_news_of_place(text: str) -> bool:
    """«أخبار صيدا»: the name of a section, or of a paper."""
    news = _NEWS_OF.fullmatch(normalise(text)) if key(text).startswith(_NEWS) else None
    return news is not None and is_place(news["what"])


def are_sections(text: str) -> bool:
    """Names of sections that a saver has put together without a space: «أخبار محليةاقتصاد»."""
    parts = text.split()
    if not (1 < len(parts) <= _SECTIONS_WORDS and all(map(str.isalpha, parts))):
        return False
    strange = [name for part in parts if not _is_of_section(name := key(part))]
    return len(strange) == 1 and any(
        _is_of_section(strange[0][:at]) and _is_of_section(strange[0][at:])
        for at in range(3, len(strange[0]) - 2)
    )


def begins_as_section(text: str) -> bool:
    """Two words or three, of which the first is a section's: «أخبار الوزارة», «صحة الأسرة»."""
    words = text.split()
    few = 1 < len(words) <= _SECTIONS_NAME and all(map(str.isalpha, words))
    return few and key(words[0]) in _OF_SECTIONS and key(words[0]) not in places()


def _is_of_section(name: str) -> bool:
    return name in _OF_SECTIONS or name in places()


@lru_cache(maxsize=1 << 8)  # a name is asked about by several rules
def may_be_person(text: str) -> bool:
    """Two to five words that could be a name: no digits, marks, particles or places."""
    if text.count(" ") > _LONGEST_NAME:
        return False
    words = _with_initial(text).split()
    own = len(words) - sum(map(_LINKS_IN_NAMES.__contains__, words))
    if "عبد" in words:
        own += sum(pair == ("عبد", "الله") for pair in pairwise(words))
    if len(words) > 1 and _INITIAL.fullmatch(words[0]):
        words = words[1:]
    return (
        2 <= own <= 4
        and all(_NAME_WORD.fullmatch(word) for word in words)
        and _NEVER_IN_NAMES.isdisjoint(words)
        and _NUNATION.isdisjoint(text)
        and not (words[0].startswith("ال") and not (key(words[0]) in GIVEN_NAMES or _is_son(words)))
        and not any(is_place(word) for word in words[:1])
        and not is_outlet(text)
        and not is_agency(text)
        and not is_section(text)
    )


def _is_son(words: list[str]) -> bool:
    """«الناصر بن يدر»: whoever is somebody's son is a person."""
    return len(words) > _NAME_OF_TWO and words[1] == "بن"


def _with_initial(text: str) -> str:
    """A name with a space behind its initial."""
    match = _GLUED_INITIAL.match(text) if "." in text[:4] else None
    return f"{match[1]}. {text[match.end() :]}" if match else text


def is_of_words(text: str) -> bool:
    """Three words or more, of which the first is an everyday one: «استمرار العنف بالعراق»."""
    words = text.split()
    if len(words) <= _NAME_OF_TWO or is_person(text) or not _LINKS_IN_NAMES.isdisjoint(words):
        return False
    return is_common(normalise(words[0]))


def _is_no_word(text: str) -> bool:
    """No lexicon has it: «العصيمي», and not «الوطني»."""
    return not is_common(normalise(text))


def has_no_word(text: str) -> bool:
    """None of its words is one that a lexicon has."""
    return all(map(_is_no_word, text.split()))


def has_title(text: str) -> bool:
    """It begins with what stands before a learned person's name: «د.», «المهندس»."""
    return _HONORIFIC.match(text) is not None


def is_account(text: str) -> bool:
    """What programs call those who use them, admin, difaf_news, مدير الموقع; or the place where a
    name was to stand, Author Name.
    """
    named = _LOGIN.fullmatch(text) is not None
    return named or key(text.rstrip("0123456789 ")) in _ACCOUNTS


@lru_cache(maxsize=1 << 8)
def is_person(text: str) -> bool:
    """A name whose first word is a given name, and whose shape is no sentence's."""
    if (short := _SHORTENED.fullmatch(text)) and key(short["name"]) in GIVEN_NAMES:
        return True
    unmarked = _STAR.sub("", text) if "*" in text else text.rstrip()
    bare = _with_initial(_HONORIFIC.sub("", unmarked.lstrip(" .")))
    words = bare.split()
    if not may_be_person(bare):
        return False
    if _INITIAL.fullmatch(words[0]):
        return True
    first = words[0] if words[0] != "عبد" else "".join(words[:2])
    rest = words[1:]
    last = rest[-1]
    named = key(first) in GIVEN_NAMES or _SERVANT.match(first) or words[0] in ("أبو", "ابن", "بن")
    named = named or _is_son(words)
    if not named and not (key(first) in _SELDOM and _FAMILY.fullmatch(last) and _is_no_word(last)):
        return False
    # محمد صلاح يتألق is a headline: a last word that begins as a verb does is none of a name.
    linked = len(rest) > 1 and rest[-2] in _LINKS_IN_NAMES
    if not linked and last[0] in "يت" and len(last) > 3 and key(last) not in GIVEN_NAMES:
        return False
    middle = (
        word in _LINKS_IN_NAMES or key(word) in GIVEN_NAMES or word.startswith("ال")
        for word in rest[:-1]
    )
    return len(rest) < 2 or all(middle)
