package city.plaza.platform.openapi;

import city.plaza.platform.problem.ProblemBody;
import city.plaza.platform.security.ApiAccess;
import city.plaza.platform.security.Caller;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import jakarta.validation.Validator;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The same description of the same things in every service. */
@AutoConfiguration
@ConditionalOnProperty("springdoc.api-docs.enabled")
class OpenApiAutoConfiguration {

	@Bean
	@Primary
	JavadocProvider javadoc() {
		return new Javadoc();
	}

	@Bean
	NullableFields nullableFields() {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
		return new NullableFields();
	}

	@Bean
	GlobalOperationCustomizer problemResponses(Validator validator, ApiAccess access,
			ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new ProblemResponses(
				new CommonProblems(new OperationAccess(access, mappings), new Violations(validator)),
				new ProblemResponse());
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	GlobalOpenApiCustomizer problemSchema(NullableFields nullable) {
		return (api) -> {
			ResolvedSchema problem = ModelConverters.getInstance(true)
				.resolveAsResolvedSchema(new AnnotatedType(ProblemBody.class).resolveAsRef(false));
			Components components = (api.getComponents() != null) ? api.getComponents() : new Components();
			problem.referencedSchemas.forEach(components::addSchemas);
			nullable.alias(ProblemBody.class.getSimpleName(), ProblemResponse.SCHEMA);
			api.setComponents(components.addSchemas(ProblemResponse.SCHEMA, problem.schema));
		};
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 1)
	GlobalOpenApiCustomizer sentences() {
		return new Sentences();
	}

	@Bean
	GlobalOpenApiCustomizer requiredFields(NullableFields nullable) {
		return new RequiredFields(nullable);
	}

	@Bean
	GlobalOpenApiCustomizer bodyExamples() {
		return new Examples();
	}

	@Bean
	GlobalOpenApiCustomizer responseHeaders() {
		return new ResponseHeaders();
	}

	@Bean
	GlobalOpenApiCustomizer accessToken() {
		return new Access();
	}

}
