package io.hourshare.sandbox.world;

/**
 * A name in its parts: place, brand (字号), trade and form; the place may stand first or in brackets after the brand.
 *
 * @param tail what marks a branch, empty otherwise
 */
public record EnterpriseName(String place, String brand, String trade, String form, boolean bracketed, String tail) {

    public String text() {
        String front = bracketed ? brand + "（" + place + "）" : place + brand;
        return front + trade + form + tail;
    }

    /** As people say it: 恒达紧固件. */
    public String brief() {
        return brand + trade;
    }
}
