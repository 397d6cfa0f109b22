package io.hourshare.contract;

import io.hourshare.contract.internal.CatalogueAssembly;

/** Reads routes/, jobs/ and schemas/, keeps what is sound and reports every mistake at once. */
public final class CatalogueReader {

    private CatalogueReader() {}

    public static CatalogueReading read(CatalogueSource source) {
        return new CatalogueAssembly(source.texts()).read();
    }
}
