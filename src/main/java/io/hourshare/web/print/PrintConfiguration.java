package io.hourshare.web.print;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of printing known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrintSettings.class)
class PrintConfiguration {}
