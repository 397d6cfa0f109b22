package io.hourshare.resolve;

/**
 * An address in parts; each is empty where it is not told.
 *
 * @param region six-digit code of the region words, where they mean one region
 */
record AddressForm(String region, String street, String road, String house, String building, String room) {

    static final AddressForm NONE = new AddressForm("", "", "", "", "", "");
}
