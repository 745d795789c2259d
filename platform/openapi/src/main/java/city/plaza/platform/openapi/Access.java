package city.plaza.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes the access token; an operation without one declares that it needs none. */
final class Access implements GlobalOpenApiCustomizer {

	private static final String SCHEME = "bearer";

	@Override
	public void customise(OpenAPI api) {
		Components components = (api.getComponents() != null) ? api.getComponents() : new Components();
		api.setComponents(components.addSecuritySchemes(SCHEME,
				new SecurityScheme().type(SecurityScheme.Type.HTTP)
					.scheme("bearer")
					.bearerFormat("JWT")
					.description("The access token of `POST /api/v1/sessions`, in `Authorization: Bearer`. "
							+ "It lives for minutes; get the next one by `POST /api/v1/sessions/refresh`.")));
		api.addSecurityItem(new SecurityRequirement().addList(SCHEME));
	}

}
