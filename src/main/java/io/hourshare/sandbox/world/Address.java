package io.hourshare.sandbox.world;

/**
 * Where an enterprise sits.
 *
 * @param door building, floor and room, empty where the house is one enterprise's own
 * @param plot how the park names the place (A-12, 3#厂房二层东), empty outside the park
 */
public record Address(Region region, String town, String road, int number, String door, String plot) {

    /** As the register writes it. */
    public String full() {
        return region.above() + region.name() + town + road + number + "号" + door;
    }

    /** As a person from the place writes it. */
    public String brief() {
        return region.name() + road + number + "号" + door;
    }

    /** Only the street. */
    public String street() {
        return road + number + "号" + door;
    }
}
