package io.hourshare.land;

import org.springframework.util.unit.DataSize;

/** More came than may land; nothing of the delivery counts. */
public final class LandingLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LandingLimitException(String origin, DataSize limit) {
        super("来源 " + origin + " 的数据超过上限 " + limit.toMegabytes()
                + " MB，本次不收；请核对来源是否异常，或调大 hourshare.land.object-limit / hourshare.land.delivery-limit");
    }
}
