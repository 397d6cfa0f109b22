package io.hourshare.operate.command.desk;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;

/** The catalogue that a command's options name. */
public final class Catalogues {

    private Catalogues() {}

    public static Catalogue read(HomeOption option) {
        return reading(option).catalogue();
    }

    public static CatalogueReading reading(HomeOption option) {
        return CatalogueReader.read(
                option.catalogue() == null
                        ? CatalogueSource.embedded()
                        : CatalogueSource.directory(option.catalogue()));
    }
}
