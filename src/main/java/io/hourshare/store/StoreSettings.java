package io.hourshare.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the data lives: {@code hourshare.home}. */
@ConfigurationProperties("hourshare")
record StoreSettings(@DefaultValue("./data") Path home) {}
