"""What briefs in languages without an index of pictures are about, in the English words that palettes know.

Words are looked for as they begin, behind an article or a preposition that is written with them; Chinese and
Japanese ones anywhere: those scripts have no spaces.
"""

import re

_WORDS: dict[str, str] = {
    "ar": (
        "سجاد:carpet بساط:rug عطور:perfume عطر:perfume بخور:oud توابل:spice مخبز:bakery خبز:bread "
        "حلويات:pastry قهوة:coffee مقهى:cafe مطعم:restaurant مشاوي:grill أسنان:dental عيادة:clinic "
        "طبيب:doctor صيدلية:pharmacy محاماة:attorney محاسبة:accounting مجوهرات:jewellery ذهب:jewellery "
        "فندق:hotel زهور:flower ورد:flower صالون:salon تجميل:beauty حدائق:garden مزرعة:farm تمور:date "
        "أثاث:furniture عقارات:property سباكة:plumbing كهرباء:electrical تنظيف:cleaning سيارات:garage "
        "توصيل:delivery مدرسة:school أطفال:kid ألعاب:toy كتب:book رياضة:sport لياقة:fitness سباحة:swimming "
        "شاطئ:beach تطبيق:app برمجة:software شاي:tea عسل:honey"
    ),
    "ja": (
        "温泉:onsen 湯:bath 旅館:ryokan 宿:inn ラーメン:ramen 寿司:seafood 魚:fish 居酒屋:grill 焼肉:grill カフェ:cafe "
        "珈琲:coffee コーヒー:coffee パン:bread ケーキ:cake 和菓子:pastry 茶:tea 歯科:dental 歯医者:dentist "
        "医院:clinic 薬局:pharmacy 美容:beauty 花屋:florist 花:flower 税理士:tax 会計:accounting 弁護士:attorney "
        "自転車:bicycle 修理:repair 水道:plumbing 電気:electrical 掃除:cleaning 引越:moving 農園:farm 野菜:vegetable "
        "家具:furniture 陶器:pottery 畳:craft ヨガ:yoga ジム:gym 海:sea サーフィン:surf 犬:dog 猫:cat 保育:nursery "
        "学校:school 塾:tutor アプリ:app ソフト:software 本屋:book 酒:brewery 祭:festival 着物:silk 結婚:wedding "
        "写真:photography"
    ),
    "zh": (
        "温泉:onsen 客栈:inn 酒店:hotel 面馆:noodle 餐厅:restaurant 烧烤:grill 咖啡:coffee 面包:bread 蛋糕:cake "
        "茶:tea 牙科:dental 诊所:clinic 药店:pharmacy 美容:beauty 花店:florist 会计:accounting 律师:attorney "
        "自行车:bicycle 维修:repair 水电:plumbing 保洁:cleaning 搬家:moving 农场:farm 蔬菜:vegetable 家具:furniture "
        "陶瓷:ceramic 瑜伽:yoga 健身:fitness 游泳:swimming 海:sea 宠物:pet 幼儿园:nursery 学校:school 辅导:tutor "
        "软件:software 书店:book 酒:brewery 丝绸:silk 地毯:carpet 珠宝:jewellery 婚礼:wedding 摄影:photography"
    ),
    "ru": (
        "ковр:carpet ковёр:carpet пекарн:bakery хлеб:bread кофе:coffee ресторан:restaurant пицц:pizza "
        "стоматолог:dental клиник:clinic аптек:pharmacy бухгалтер:accounting юрист:attorney адвокат:attorney "
        "сантехник:plumbing электрик:electrical уборк:cleaning переезд:moving ремонт:repair "
        "велосипед:bicycle цвет:flower салон:salon мебел:furniture ферм:farm йог:yoga фитнес:fitness "
        "бассейн:pool море:sea собак:dog кошк:cat детск:kid школ:school книг:book бан:sauna чай:tea "
        "ювелир:jewellery духи:perfume свадьб:wedding музе:museum"
    ),
    "hi": (
        "कालीन:carpet मसाल:spice बेकरी:bakery रोटी:bread कॉफी:coffee चाय:tea मिठाई:pastry दंत:dental "
        "क्लिनिक:clinic दवा:pharmacy योग:yoga जिम:gym साड़ी:silk गहने:jewellery आभूषण:jewellery फूल:flower "
        "शादी:wedding फर्नीचर:furniture खेत:farm सब्ज:vegetable स्कूल:school ट्यूशन:tutor मरम्मत:repair "
        "सफाई:cleaning किताब:book ऐप:app"
    ),
}

_UNSPACED = {"ja", "zh"}
_AHEAD = {"ar": "(?:و|ف)?(?:ال|بال|لل|كال|ب|ل)?"}


def subject_of(text: str, language: str) -> str:
    """English words for what ``text`` in ``language`` (a BCP 47 tag) is about, in its order; empty where the
    language is not known here.

    What is written with spaces counts where a word begins with it.
    """
    tag = language.lower().split("-")[0]
    found = list[tuple[int, str]]()
    for pair in _WORDS.get(tag, "").split():
        word, _, english = pair.partition(":")
        begins = "" if tag in _UNSPACED else rf"(?<!\w){_AHEAD.get(tag, '')}"
        match = re.search(begins + re.escape(word), text.lower())
        if match:
            found.append((match.start(), english))
    return " ".join(english for _, english in sorted(found))
