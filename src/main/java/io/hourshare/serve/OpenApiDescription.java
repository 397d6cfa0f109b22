package io.hourshare.serve;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands at the head of {@code /api/v1/openapi}. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    private static final String KEY = "key";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("时享 hourshare")
                        .version("v1")
                        .description("按小时汇聚各部门数据的企业画像。每个回答在 X-Hourshare-Snapshot 头中写明所依据的快照；"
                                + "列表统一为 {items, next}；错误为 application/problem+json，含稳定的 code 与中文说明；"
                                + "ETag 可用于条件请求。"))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description("访问密钥")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
