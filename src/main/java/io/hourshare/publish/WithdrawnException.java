package io.hourshare.publish;

/** The same inputs were published before and rolled back: they wait for a change or for a person. */
public final class WithdrawnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WithdrawnException() {
        super("这批数据的快照已被回滚，不会自动再次发布；请先更正数据或规则，或由管理员重新发布");
    }
}
