package io.hourshare.operate.command;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;

/** The catalogue that a command's options name. */
final class Catalogues {

    private Catalogues() {}

    static Catalogue read(HomeOption option) {
        return reading(option).catalogue();
    }

    static CatalogueReading reading(HomeOption option) {
        return CatalogueReader.read(
                option.catalogue == null ? CatalogueSource.embedded() : CatalogueSource.directory(option.catalogue));
    }
}
