package io.hourshare.ledger;

import org.springframework.http.HttpStatus;

/** A case cannot be opened, found or acted on as asked; says in Chinese why and what to do. */
public final class CaseRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    /** @param detail in Chinese: cause and remedy */
    public CaseRefusedException(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public HttpStatus status() {
        return status;
    }

    /** Stable word in lower-kebab. */
    public String code() {
        return code;
    }

    static CaseRefusedException unknown(String id) {
        return new CaseRefusedException(HttpStatus.NOT_FOUND, "case-unknown", "没有编号为“" + id + "”的台账事项；请核对编号，或到台账列表中查找");
    }
}
