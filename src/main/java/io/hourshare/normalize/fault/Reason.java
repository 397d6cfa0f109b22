package io.hourshare.normalize.fault;

/** Stable code of what is wrong with a value, a record or a delivery, with explanation and remedy in Chinese. */
public enum Reason {
    MISSING_REQUIRED(Severity.VALUE, "必填项为空", "请补齐该项后重新报送"),
    NATURAL_PERSON(Severity.RECORD, "自然人的记录，按契约整条不接收", "无需处理"),
    MISSING_KEY(Severity.RECORD, "主键为空，无法识别是哪条记录", "请补齐主键字段后重新报送"),

    USCC_LENGTH(Severity.VALUE, "统一社会信用代码不是 18 位", "请核对营业执照上的 18 位代码"),
    USCC_TRUNCATED(Severity.VALUE, "统一社会信用代码被截成 15 位", "请检查源系统字段长度，按 18 位重新报送"),
    OTHER_NUMBER(Severity.VALUE, "填写的是组织机构代码或注册号，不是统一社会信用代码", "请填写 18 位统一社会信用代码"),
    USCC_CHARACTER(Severity.VALUE, "统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z）", "请核对是否把数字 0、1 录成字母 O、I"),
    USCC_CHECK(Severity.VALUE, "统一社会信用代码校验位不符", "请核对营业执照，常见原因是录错或颠倒了一位"),
    USCC_STRUCTURE(Severity.VALUE, "统一社会信用代码校验位相符，但没有这样的登记管理部门或省级区划", "请核对营业执照上的 18 位代码"),
    USCC_FILLER(Severity.VALUE, "代码是占位内容（全零、重复字符、顺序数字）", "请填写真实代码，没有代码时留空"),
    ORG_CODE_FORM(Severity.VALUE, "组织机构代码不是 9 位数字或字母", "请核对组织机构代码（8 位本体码加 1 位校验码）"),
    ORG_CODE_CHECK(Severity.VALUE, "组织机构代码校验位不符", "请核对组织机构代码"),
    REG_NO_CHECK(Severity.VALUE, "15 位注册号校验位不符", "请核对注册号"),
    TAXPAYER_ID_FORM(Severity.VALUE, "纳税人识别号不是 15 至 20 位数字或字母", "请核对税务登记信息"),
    IDENTIFIER_FORM(Severity.VALUE, "编号格式不符合规定", "请核对编号的位数和字符"),
    MASKED_VALUE(Severity.VALUE, "内容已被打码（含星号或 x 占位）", "请提供未脱敏的原值"),
    PRECISION_LOST(Severity.VALUE, "长数字被表格软件改成科学计数或取整，末几位已丢失", "请把该列设为文本格式后从源系统重新导出"),
    PERSONAL_NUMBER(Severity.VALUE, "该项填写的是居民身份证号码，属于个人信息", "请填写单位代码；个人信息不要放入该项"),

    BAD_DATE(Severity.VALUE, "日期无法识别或不存在", "请使用 2024-03-05 这样的写法；一格写起止两日的，在作业中写明 span"),
    AMBIGUOUS_DATE(Severity.VALUE, "日期的年月日顺序或世纪无法判断", "请写全四位年份，按年月日顺序书写；或在作业中写明 order"),
    DATE_OUT_OF_RANGE(Severity.VALUE, "日期超出合理范围", "请核对年份"),
    PUBLICITY_END_UNREADABLE(Severity.VALUE, "公示截止期无法识别，该记录按公示已截止处理，不再展示", "请按 2027-03-05 的写法重新报送；没有截止期的留空"),
    CUMULATIVE_PERIOD(Severity.VALUE, "填写的是累计期间，不是单月", "请按月分别报送"),
    BAD_NUMBER(Severity.VALUE, "数字无法识别", "请只填写数字"),
    NUMBER_OUT_OF_RANGE(Severity.VALUE, "数字超出允许范围", "请核对数值和单位"),
    NOT_WHOLE(Severity.VALUE, "应为整数", "请核对数值"),
    UNKNOWN_UNIT(Severity.VALUE, "计量单位无法识别或与约定不符", "请按目录约定的单位报送"),
    UNKNOWN_CURRENCY(Severity.VALUE, "币种无法识别", "请使用 GB/T 12406 数字码，如 156"),
    CURRENCY_CONFLICT(Severity.VALUE, "金额内写明的币种与币种栏不一致", "请核对币种"),
    BAD_BOOLEAN(Severity.VALUE, "是否项无法识别", "请填写是或否"),
    UNKNOWN_CODE(Severity.VALUE, "代码不在代码表内", "请核对代码，或把新代码告知平台以便登记"),
    UNKNOWN_REGION(Severity.VALUE, "行政区划无法识别", "请填写 6 位行政区划代码"),
    AMBIGUOUS_REGION(Severity.VALUE, "行政区划名称对应多个地区", "请填写 6 位行政区划代码，或写全省市县"),
    PART_OF_REGION(Severity.VALUE, "填写的是开发区、街道或乡镇，按所在的县级行政区划登记", "请填写 6 位行政区划代码"),
    UNKNOWN_INDUSTRY(Severity.VALUE, "行业代码不在 GB/T 4754-2017 内", "请核对行业分类版本"),
    UNKNOWN_OPERATION(Severity.RECORD, "增删改标志无法识别", "请使用 I、U、D 或 1、2、3"),
    SEVERAL_ENTERPRISES(Severity.VALUE, "一格内填写了多家单位；作业写明 read.split 的按单位拆成多条", "请每家单位各占一行"),
    TRIAL_RECORD(Severity.VALUE, "名称像是试录系统时留下的测试数据", "请从源系统删除；确是企业名称的，请告知平台"),
    DITTO(Severity.VALUE, "填写的是“同上”，不知指哪一行", "请逐行填写完整"),
    TOO_LONG(Severity.VALUE, "内容超过约定长度", "请核对内容"),
    TOO_SHORT(Severity.VALUE, "内容短于约定长度", "请核对内容是否完整"),
    PATTERN_MISMATCH(Severity.VALUE, "内容不符合契约约定的格式", "请按契约中的格式填写"),
    VALUE_NOT_ALLOWED(Severity.VALUE, "内容不在契约约定的取值之内", "请核对取值，或把新取值告知平台以便登记"),
    TRUNCATED_TEXT(Severity.VALUE, "内容疑似被截断", "请核对源系统字段长度"),
    FOREIGN_CURRENCY(Severity.VALUE, "金额注明的是外币", "请同时报送币种"),
    CLOCK_AHEAD(Severity.VALUE, "更新时间晚于取数时刻一天以上", "请核对源系统时钟"),

    LONE_SURROGATE(Severity.RECORD, "文本含有残缺字符（半个代理对）", "请检查源系统的截断和编码转换"),
    NUL_CHARACTER(Severity.RECORD, "文本含有 NUL 字符", "请清除源数据中的不可见字符"),
    BAD_ENCODING(Severity.RECORD, "字节不符合声明的字符编码", "请核对导出编码"),
    COLUMN_COUNT(Severity.RECORD, "列数与表头不一致", "请检查内容中未加引号的分隔符或换行"),
    UNCLOSED_QUOTE(Severity.RECORD, "引号没有闭合", "请检查该行的引号"),
    MALFORMED_RECORD(Severity.RECORD, "记录格式错误，无法解析", "请检查导出程序"),
    DUPLICATE_FIELD(Severity.RECORD, "同一字段出现了两次", "请检查接口返回内容"),
    RECORD_TOO_LARGE(Severity.RECORD, "单条记录超过大小限制", "请检查该条记录"),
    NESTED_TOO_DEEP(Severity.RECORD, "嵌套层数超过限制", "请检查接口返回内容"),
    HIDDEN_ROW(Severity.RECORD, "该行在工作表中是隐藏的", "有效的行请取消隐藏，不再有效的请删去"),
    RULE_FAILED(Severity.RECORD, "转换规则处理该值时出错", "请把该记录转给平台维护人员"),

    ENCODING_MISMATCH(Severity.DELIVERY, "声明为 GBK/GB18030，内容却是 UTF-8", "请修改约定的编码，或按约定编码重新导出"),
    UNSUPPORTED_ENCODING(Severity.DELIVERY, "不支持的字符编码", "请使用 UTF-8 或 GB18030"),
    TRUNCATED(Severity.DELIVERY, "文件不完整，在记录中间结束", "请重新传送完整文件"),
    NOT_THE_FORMAT(Severity.DELIVERY, "内容不是约定的格式", "请核对接口地址、登录状态和文件类型"),
    RECORDS_NOT_FOUND(Severity.DELIVERY, "找不到约定的记录列表", "请核对接口返回结构与任务文件中的 records"),
    RECORDS_AMBIGUOUS(Severity.DELIVERY, "内容里有多个列表，无法判断哪个是记录", "请在任务文件的 read.records 写明路径"),
    HEADER_NOT_FOUND(Severity.DELIVERY, "找不到表头行", "请核对表头与契约中的字段名或中文名"),
    COLUMN_MISSING(Severity.DELIVERY, "表头缺少必填列", "请核对是否改动过模板，或升级契约"),
    FORBIDDEN_CONTENT(Severity.DELIVERY, "内容含有不允许的结构（如 DTD、外部实体）", "请使用不含 DTD 的 XML"),
    ARCHIVE_LIMIT(Severity.DELIVERY, "压缩包超过大小、条目或压缩比限制", "请检查文件是否异常"),
    OLD_WORKBOOK(Severity.DELIVERY, "文件是旧版 .xls/.et 或加密的工作簿", "请另存为 .xlsx 后重新上传");

    private final Severity severity;
    private final String explanation;
    private final String remedy;

    Reason(Severity severity, String explanation, String remedy) {
        this.severity = severity;
        this.explanation = explanation;
        this.remedy = remedy;
    }

    public Severity severity() {
        return severity;
    }

    public String explanation() {
        return explanation;
    }

    public String remedy() {
        return remedy;
    }
}
