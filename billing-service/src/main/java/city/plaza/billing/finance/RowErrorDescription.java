package city.plaza.billing.finance;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents every code of a row's error in the description of the API. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RowErrorDescription implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI api) {
		Schema<?> error = api.getComponents().getSchemas().get("RowError");
		Map<String, ?> fields = (error != null) ? error.getProperties() : null;
		if (fields != null && fields.get("code") instanceof Schema<?> code) {
			code.setDescription("What is wrong. The list is closed:\n\n" + Arrays.stream(RowErrorCode.values())
				.map(RowErrorDescription::line)
				.collect(Collectors.joining("\n")));
		}
	}

	private static String line(RowErrorCode code) {
		String expected = code.expects().isEmpty() ? "" : " `expected` lists " + code.expects() + ".";
		return "- `" + code.code() + "`: " + code.meaning() + expected;
	}

}
