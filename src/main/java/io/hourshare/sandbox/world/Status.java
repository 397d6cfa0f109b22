package io.hourshare.sandbox.world;

/** Where an enterprise stands in the register. */
public enum Status {
    ACTIVE("存续", "K", "03"),
    SUSPENDED("歇业", "Z", "04"),
    REVOKED("吊销未注销", "D", "05"),
    CANCELLING("注销中", "X", "06"),
    CANCELLED("注销", "XX", "07");

    private final String title;
    private final String registerCode;
    private final String taxCode;

    Status(String title, String registerCode, String taxCode) {
        this.title = title;
        this.registerCode = registerCode;
        this.taxCode = taxCode;
    }

    public String title() {
        return title;
    }

    /** Code of the province's register. */
    public String registerCode() {
        return registerCode;
    }

    /** Code of the tax authority. */
    public String taxCode() {
        return taxCode;
    }

    public boolean isOver() {
        return this == CANCELLED || this == REVOKED;
    }
}
