package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.junit.jupiter.api.Test;

class FeedObjectsTest {

    @Test
    void aPullLooksUpWhatItNeedsWhileAnotherFeedsObjectsComeIn() throws Exception {
        FeedObjects objects = new FeedObjects();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            ((DefaultRegistry) camel.getCamelContextExtension().getRegistry()).addBeanRepository(objects);
            objects.put("hourshare-port-tax.registration", 2222);
            CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
                for (int feed = 0; feed < 2_000; feed++) {
                    objects.put("hourshare-user-feed" + feed, "user" + feed);
                }
            });

            do {
                assertThat(camel.getRegistry().findByType(Integer.class)).isEqualTo(Set.of(2222));
            } while (!others.isDone());
            others.get();

            assertThat(camel.getRegistry().findByType(String.class)).hasSize(2_000);
            assertThat(camel.getRegistry().lookupByName("hourshare-user-feed7")).isEqualTo("user7");
            assertThat(camel.getRegistry().lookupByNameAndType("hourshare-user-feed7", Integer.class))
                    .isNull();
        }
    }
}
