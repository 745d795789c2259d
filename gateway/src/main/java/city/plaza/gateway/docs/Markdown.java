package city.plaza.gateway.docs;

import java.util.List;
import java.util.Set;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Descriptions are CommonMark. Paragraphs, lists and code are shown as such; HTML is
 * text, a picture its alternative, an address of another kind than http, https or mailto
 * is dropped, and a heading stays a text, since the page has its own order of headings.
 */
final class Markdown {

	private static final Parser parser = Parser.builder()
		.enabledBlockTypes(Set.of(ListBlock.class, FencedCodeBlock.class))
		.build();

	private static final HtmlRenderer renderer = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
		.nodeRendererFactory(PicturesAsText::new)
		.build();

	private Markdown() {
	}

	static String html(String text) {
		return renderer.render(parser.parse(text));
	}

	private record PicturesAsText(HtmlNodeRendererContext context) implements NodeRenderer {

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(Image.class);
		}

		@Override
		public void render(Node picture) {
			for (Node each = picture.getFirstChild(); each != null; each = each.getNext()) {
				this.context.render(each);
			}
		}

	}

}
