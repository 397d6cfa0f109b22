package io.hourshare.land;

import io.hourshare.store.Destroyed;

/** What landed was kept as long as its contract allows, and is gone. */
public final class DestroyedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DestroyedException(String path, Destroyed.Ending ending) {
        super("原始数据已按规则销毁（" + ending.feed() + " 于 " + ending.day() + " 落地，留存期满后销毁）：" + path + "；需要时请改用重新拉取，向来源部门再取一次");
    }
}
