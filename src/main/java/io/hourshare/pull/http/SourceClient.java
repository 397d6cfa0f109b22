package io.hourshare.pull.http;

import io.hourshare.pull.PullSettings;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * How departments are called: bounded waits, no redirects, no cookies, no silent retries, nothing unpacked on the
 * way, so that the bytes that land are the bytes that were sent.
 */
public final class SourceClient implements HttpClientConfigurer {

    /** More than the tries that one pull may leave open until it ends. */
    private static final int CONNECTIONS = 200;

    private final PullSettings settings;

    public SourceClient(PullSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(settings.connectTimeout()))
                                .setSocketTimeout(timeout(settings.readTimeout()))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(settings.connectTimeout()))
                        .setResponseTimeout(timeout(settings.readTimeout()))
                        .setRedirectsEnabled(false)
                        .setContentCompressionEnabled(false)
                        .build())
                .addExecInterceptorFirst("dropped-answers", new DroppedAnswers())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
