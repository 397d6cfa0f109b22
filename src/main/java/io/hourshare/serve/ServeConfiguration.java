package io.hourshare.serve;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every answer of the interface passes through. */
@Configuration(proxyBeanMethods = false)
class ServeConfiguration {

    @Bean
    FilterRegistrationBean<EntityTags> entityTags() {
        FilterRegistrationBean<EntityTags> registration = new FilterRegistrationBean<>(new EntityTags());
        registration.addUrlPatterns("/api/v1/*");
        return registration;
    }
}
