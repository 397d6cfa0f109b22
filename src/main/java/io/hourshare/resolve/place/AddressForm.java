package io.hourshare.resolve.place;

/**
 * An address in parts; each is empty where it is not told.
 *
 * @param region six-digit code of the region words, where they mean one region
 */
public record AddressForm(String region, String street, String road, String house, String building, String room) {

    public static final AddressForm NONE = new AddressForm("", "", "", "", "", "");
}
