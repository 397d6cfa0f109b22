package io.hourshare.serve;

/** The id that was asked for is no longer used: another enterprise answers for it. */
public final class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String asked;
    private final String enterpriseId;

    public MovedException(String asked, String enterpriseId) {
        super("企业标识 " + asked + " 已并入 " + enterpriseId + "，请改用后者。");
        this.asked = asked;
        this.enterpriseId = enterpriseId;
    }

    public String asked() {
        return asked;
    }

    public String enterpriseId() {
        return enterpriseId;
    }
}
