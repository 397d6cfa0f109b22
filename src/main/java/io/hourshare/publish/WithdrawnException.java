package io.hourshare.publish;

/** A snapshot was rolled back: nothing is published until somebody releases it. */
public final class WithdrawnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WithdrawnException() {
        super("上一次发布已被回退，发布暂停；请先更正数据（重新拉取或重跑），再在“快照”页解除暂停");
    }
}
