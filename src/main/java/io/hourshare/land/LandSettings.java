package io.hourshare.land;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may land.
 *
 * @param objectLimit most bytes of one object (a page, a file, a table)
 * @param deliveryLimit most bytes of one delivery
 */
@ConfigurationProperties("hourshare.land")
public record LandSettings(
        @DefaultValue("512MB") DataSize objectLimit,
        @DefaultValue("4GB") DataSize deliveryLimit) {}
