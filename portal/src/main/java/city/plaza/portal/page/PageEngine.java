package city.plaza.portal.page;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.thymeleaf.context.IContext;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.util.FastStringWriter;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.expression.PropertyAccessor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes pages as Thymeleaf does, each as a whole: as text first, since a page is written
 * in thousands of pieces, and to encode each was an eighth of the work. Templates read
 * our own types by {@link OwnTypes}.
 */
@Component
class PageEngine extends SpringWebFluxTemplateEngine {

	/** A list of bills has 40,000 characters. */
	private static final int USUAL_LENGTH = 16 * 1024;

	PageEngine(ObjectProvider<ITemplateResolver> templates) {
		templates.orderedStream().forEach(this::addTemplateResolver);
	}

	@Override
	public Publisher<DataBuffer> processStream(String template, @Nullable Set<String> selectors, IContext context,
			DataBufferFactory buffers, MediaType type, Charset charset, int mostBytes) {
		return Mono.fromSupplier(() -> {
			readOwnTypes(context);
			FastStringWriter page = new FastStringWriter(USUAL_LENGTH);
			process(template, selectors, context, page);
			return buffers.wrap(page.toString().getBytes(charset));
		});
	}

	/** The view makes a new evaluation context for each page. */
	private static void readOwnTypes(IContext context) {
		if (context.getVariable(
				ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME) instanceof ThymeleafEvaluationContext evaluation) {
			List<PropertyAccessor> accessors = new ArrayList<>(evaluation.getPropertyAccessors());
			accessors.addFirst(OwnTypes.INSTANCE);
			evaluation.setPropertyAccessors(accessors);
		}
	}

}
