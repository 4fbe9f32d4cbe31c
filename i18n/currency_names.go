package i18n

// currencyName is how a currency and its minor unit are called in amounts in words. Names don't bend: papers write
// "US DOLLARS ONE". An empty englishMinor is written as a fraction; an empty chineseMinor means 角 and 分.
type currencyName struct {
	english, englishMinor string
	chinese, unit         string // unit follows the number: 元, 镑
	chineseMinor          string
}

// currencyNames holds the currencies merchants write papers in (STANDARDS 7, ISO 4217 names in trade usage).
var currencyNames = map[string]currencyName{
	"AED": {"UAE DIRHAMS", "FILS", "阿联酋迪拉姆", "迪拉姆", "费尔"},
	"ARS": {"ARGENTINE PESOS", "CENTAVOS", "阿根廷比索", "比索", "分"},
	"AUD": {"AUSTRALIAN DOLLARS", "CENTS", "澳大利亚元", "元", ""},
	"BDT": {"BANGLADESHI TAKA", "POISHA", "孟加拉塔卡", "塔卡", "派士"},
	"BHD": {"BAHRAINI DINARS", "FILS", "巴林第纳尔", "第纳尔", "费尔"},
	"BRL": {"BRAZILIAN REAIS", "CENTAVOS", "巴西雷亚尔", "雷亚尔", "分"},
	"CAD": {"CANADIAN DOLLARS", "CENTS", "加拿大元", "元", ""},
	"CHF": {"SWISS FRANCS", "CENTIMES", "瑞士法郎", "法郎", "分"},
	"CLP": {"CHILEAN PESOS", "", "智利比索", "比索", ""},
	"CNY": {"CHINESE YUAN", "FEN", "人民币", "元", ""},
	"COP": {"COLOMBIAN PESOS", "CENTAVOS", "哥伦比亚比索", "比索", "分"},
	"CZK": {"CZECH KORUNAS", "HALERU", "捷克克朗", "克朗", "赫勒"},
	"DKK": {"DANISH KRONER", "ORE", "丹麦克朗", "克朗", "欧尔"},
	"EGP": {"EGYPTIAN POUNDS", "PIASTRES", "埃及镑", "镑", "皮阿斯特"},
	"EUR": {"EUROS", "CENTS", "欧元", "元", ""},
	"GBP": {"POUNDS STERLING", "PENCE", "英镑", "镑", "便士"},
	"GHS": {"GHANAIAN CEDIS", "PESEWAS", "加纳塞地", "塞地", "比塞瓦"},
	"HKD": {"HONG KONG DOLLARS", "CENTS", "港元", "元", ""},
	"HUF": {"HUNGARIAN FORINTS", "FILLER", "匈牙利福林", "福林", "菲勒"},
	"IDR": {"INDONESIAN RUPIAH", "SEN", "印度尼西亚盾", "盾", "仙"},
	"ILS": {"ISRAELI NEW SHEKELS", "AGOROT", "以色列新谢克尔", "谢克尔", "阿高洛"},
	"INR": {"INDIAN RUPEES", "PAISE", "印度卢比", "卢比", "派士"},
	"IQD": {"IRAQI DINARS", "FILS", "伊拉克第纳尔", "第纳尔", "费尔"},
	"JOD": {"JORDANIAN DINARS", "FILS", "约旦第纳尔", "第纳尔", "费尔"},
	"JPY": {"JAPANESE YEN", "", "日元", "元", ""},
	"KES": {"KENYAN SHILLINGS", "CENTS", "肯尼亚先令", "先令", "分"},
	"KRW": {"KOREAN WON", "", "韩元", "元", ""},
	"KWD": {"KUWAITI DINARS", "FILS", "科威特第纳尔", "第纳尔", "费尔"},
	"KZT": {"KAZAKHSTANI TENGE", "TIYN", "哈萨克斯坦坚戈", "坚戈", "提因"},
	"LKR": {"SRI LANKAN RUPEES", "CENTS", "斯里兰卡卢比", "卢比", "分"},
	"MAD": {"MOROCCAN DIRHAMS", "CENTIMES", "摩洛哥迪拉姆", "迪拉姆", "分"},
	"MOP": {"MACAO PATACAS", "AVOS", "澳门元", "元", ""},
	"MXN": {"MEXICAN PESOS", "CENTAVOS", "墨西哥比索", "比索", "分"},
	"MYR": {"MALAYSIAN RINGGIT", "SEN", "马来西亚林吉特", "林吉特", "仙"},
	"NGN": {"NIGERIAN NAIRA", "KOBO", "尼日利亚奈拉", "奈拉", "考包"},
	"NOK": {"NORWEGIAN KRONER", "ORE", "挪威克朗", "克朗", "欧尔"},
	"NZD": {"NEW ZEALAND DOLLARS", "CENTS", "新西兰元", "元", ""},
	"OMR": {"OMANI RIALS", "BAISA", "阿曼里亚尔", "里亚尔", "派沙"},
	"PEN": {"PERUVIAN SOLES", "CENTIMOS", "秘鲁索尔", "索尔", "分"},
	"PHP": {"PHILIPPINE PESOS", "CENTAVOS", "菲律宾比索", "比索", "分"},
	"PKR": {"PAKISTANI RUPEES", "PAISE", "巴基斯坦卢比", "卢比", "派士"},
	"PLN": {"POLISH ZLOTYS", "GROSZE", "波兰兹罗提", "兹罗提", "格罗希"},
	"QAR": {"QATARI RIYALS", "DIRHAMS", "卡塔尔里亚尔", "里亚尔", "迪拉姆"},
	"RON": {"ROMANIAN LEI", "BANI", "罗马尼亚列伊", "列伊", "巴尼"},
	"RUB": {"RUSSIAN ROUBLES", "KOPECKS", "俄罗斯卢布", "卢布", "戈比"},
	"SAR": {"SAUDI RIYALS", "HALALAS", "沙特里亚尔", "里亚尔", "哈拉拉"},
	"SEK": {"SWEDISH KRONOR", "ORE", "瑞典克朗", "克朗", "欧尔"},
	"SGD": {"SINGAPORE DOLLARS", "CENTS", "新加坡元", "元", ""},
	"THB": {"THAI BAHT", "SATANG", "泰国铢", "铢", "萨当"},
	"TND": {"TUNISIAN DINARS", "MILLIMES", "突尼斯第纳尔", "第纳尔", "米利姆"},
	"TRY": {"TURKISH LIRAS", "KURUS", "土耳其里拉", "里拉", "库鲁什"},
	"TWD": {"NEW TAIWAN DOLLARS", "CENTS", "新台币", "元", ""},
	"UAH": {"UKRAINIAN HRYVNIAS", "KOPIYKAS", "乌克兰格里夫纳", "格里夫纳", "戈比"},
	"USD": {"US DOLLARS", "CENTS", "美元", "元", ""},
	"VND": {"VIETNAMESE DONG", "", "越南盾", "盾", ""},
	"ZAR": {"SOUTH AFRICAN RAND", "CENTS", "南非兰特", "兰特", "分"},
}
