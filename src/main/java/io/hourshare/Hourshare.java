package io.hourshare;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application. */
@SpringBootApplication
public class Hourshare {

    public static void main(String[] arguments) {
        SpringApplication.run(Hourshare.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
