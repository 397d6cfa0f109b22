package io.hourshare.access;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Two doors: machines with a key under {@code /api} and {@code /actuator}, people with a session elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    /** No inline script or style, nothing from elsewhere, no frame around us. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String[] OPEN_ACTUATOR = {"/actuator/health", "/actuator/health/**", "/actuator/info"};
    private static final String[] OPEN_PAGES = {
        "/login", "/login/**", "/assets/**", "/webjars/**", "/favicon.ico", "/problems/**"
    };

    private final HandlerPermissions permissions;
    private final ApiKeys keys;
    private final ProblemWriter problems;
    private final Users users;

    SecurityConfiguration(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            ApiKeys keys,
            Users users,
            JsonMapper json) {
        this.permissions = new HandlerPermissions(mapping);
        this.keys = keys;
        this.users = users;
        this.problems = new ProblemWriter(json);
    }

    /** Observing each of its filters costs more than all of them, and tells operators nothing. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Static, because what is constructed here needs the mapping. */
    @Bean
    static WebMvcRegistrations literalFirst() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new LiteralFirstMapping();
            }
        };
    }

    @Bean
    FoundHandler foundHandler() {
        return new FoundHandler();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) {
        http.securityMatcher("/api/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ApiKeyFilter(keys, problems), UsernamePasswordAuthenticationFilter.class)
                .headers(SecurityConfiguration::machineHeaders)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(keyMissing()).accessDeniedHandler(denied()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN_ACTUATOR)
                        .access((who, what) -> new AuthorizationDecision(Loopback.is(what.getRequest())
                                || who.get() != null && who.get().getPrincipal() instanceof Caller))
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers("/api/v1/openapi", "/api/v1/openapi/**", "/api/v1/openapi.yaml")
                        .authenticated()
                        .anyRequest()
                        .access(permissions));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) {
        http.headers(SecurityConfiguration::pageHeaders)
                .addFilterAfter(new Signed(users), SecurityContextHolderFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("name")
                        .passwordParameter("key")
                        .successHandler(new Entrance())
                        .failureHandler((request, response, e) -> response.sendRedirect(
                                e instanceof LockedException ? "/login?locked" : "/login?failed")))
                .logout(logout -> logout.logoutSuccessUrl("/login?left"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .anyRequest()
                        .access(permissions));
        return http.build();
    }

    private static void machineHeaders(HeadersConfigurer<HttpSecurity> headers) {
        // ETags need answers that a client may keep; it must ask again each time.
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "private, no-cache"))
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
    }

    private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }

    private AuthenticationEntryPoint keyMissing() {
        return (request, response, e) -> problems.write(
                request,
                response,
                Problem.of(HttpStatus.UNAUTHORIZED, "key-missing", "需要密钥", "请求没有带密钥。请在请求头 X-API-Key 中给出密钥。"));
    }

    private AccessDeniedHandler denied() {
        return (request, response, e) -> problems.write(
                request,
                response,
                Problem.of(HttpStatus.FORBIDDEN, "forbidden", "无权操作", "密钥所属角色没有这项权限。请换用有权限的密钥，或请系统管理员调整角色。"));
    }
}
