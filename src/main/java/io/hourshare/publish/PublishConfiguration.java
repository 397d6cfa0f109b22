package io.hourshare.publish;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishSettings.class)
class PublishConfiguration {

    @Bean
    PublicationWitnesses publicationWitnesses(ObjectProvider<PublicationWitness> witnesses) {
        return new PublicationWitnesses(() -> witnesses
                .orderedStream()
                .filter(witness -> !(witness instanceof PublicationWitnesses))
                .toList());
    }
}
