package io.hourshare.sandbox.world;

/** What an enterprise is in law, with its unified code's first two characters and its type in the register. */
public enum Kind {
    COMPANY("91", "1130", "有限责任公司（自然人投资或控股）", "160", '1'),
    SOLE_COMPANY("91", "1151", "有限责任公司(自然人独资)", "150", '2'),
    STOCK_COMPANY("91", "1222", "股份有限公司(非上市、自然人投资或控股)", "160", '0'),
    FOREIGN("91", "5150", "有限责任公司(外国法人独资)", "330", '4'),
    PARTNERSHIP("91", "4533", "有限合伙企业", "172", '3'),
    BRANCH("91", "2130", "有限责任公司分公司(自然人投资或控股)", "190", '2'),
    COOPERATIVE("93", "9100", "农民专业合作社", "190", '3'),
    INDIVIDUAL("92", "9500", "个体工商户", "410", '6');

    private final String prefix;
    private final String typeCode;
    private final String typeName;
    private final String taxTypeCode;
    private final char sequenceStart;

    Kind(String prefix, String typeCode, String typeName, String taxTypeCode, char sequenceStart) {
        this.prefix = prefix;
        this.typeCode = typeCode;
        this.typeName = typeName;
        this.taxTypeCode = taxTypeCode;
        this.sequenceStart = sequenceStart;
    }

    /** Registering department and class, the unified code's first two characters. */
    public String prefix() {
        return prefix;
    }

    /** Type code of the market register, four digits. */
    public String typeCode() {
        return typeCode;
    }

    public String typeName() {
        return typeName;
    }

    /** Registration type of the tax authority, three digits: another list than the market register's. */
    public String taxTypeCode() {
        return taxTypeCode;
    }

    /** First digit of the sequence in a fifteen-digit registration number. */
    char sequenceStart() {
        return sequenceStart;
    }
}
