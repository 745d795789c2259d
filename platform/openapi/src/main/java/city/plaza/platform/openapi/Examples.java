package city.plaza.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.io.ClassPathResource;

/**
 * Shows an example of each body: the file {@code api/examples/<schema>.json} of the
 * service.
 */
final class Examples implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI api) {
		Stream.concat(Operations.requestContents(api), Operations.responseContents(api))
			.flatMap((content) -> content.values().stream())
			.forEach(Examples::show);
	}

	private static void show(MediaType media) {
		String ref = (media.getSchema() != null) ? media.getSchema().get$ref() : null;
		JsonNode example = (ref != null) ? read(ref.substring(ref.lastIndexOf('/') + 1)) : null;
		if (example != null) {
			media.setExample(example);
		}
	}

	private static @Nullable JsonNode read(String schema) {
		ClassPathResource file = new ClassPathResource("api/examples/" + schema + ".json");
		if (!file.exists()) {
			return null;
		}
		try (InputStream json = file.getInputStream()) {
			return Json31.mapper().readTree(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
