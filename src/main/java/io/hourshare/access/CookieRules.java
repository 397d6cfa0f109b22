package io.hourshare.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whoever listens beyond this machine sends cookies over TLS only; {@code server.servlet.session.cookie.secure=false}
 * is what somebody must write who wants it otherwise.
 */
@Component
final class CookieRules implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private final Environment environment;

    CookieRules(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        factory.addInitializers(context -> context.getSessionCookieConfig().setSecure(secure()));
    }

    boolean secure() {
        Boolean said = environment.getProperty("server.servlet.session.cookie.secure", Boolean.class);
        return said == null ? !isLoopback(environment.getProperty("server.address", "")) : said;
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
