package city.plaza.platform.security;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Tells the API description of the token; a {@link Caller} is no parameter. */
@AutoConfiguration
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
class OpenApiAutoConfiguration {

	@Bean
	GlobalOpenApiCustomizer bearerInOpenApi() {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
		return (api) -> {
			Components components = (api.getComponents() != null) ? api.getComponents() : new Components();
			api.setComponents(components.addSecuritySchemes("bearer",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")));
			api.addSecurityItem(new SecurityRequirement().addList("bearer"));
		};
	}

}
