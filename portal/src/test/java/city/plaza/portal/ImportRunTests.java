package city.plaza.portal;

import java.util.List;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of an import that left rows out. */
class ImportRunTests extends PortalTest {

	private static final String RUN = "/api/v1/finance/import-runs/i-1";

	@Test
	void showsAFewRowsOfAReasonAndTheOthersOnDemand() {
		Page page = read(10, 30);
		assertThat(page.html().select("section > table tbody tr")).hasSize(5);
		assertThat(page.text("section > table caption")).isEqualTo("The first 5 of 30 places");
		assertThat(page.html().select("section details[open]")).isEmpty();
		assertThat(page.text("section summary")).isEqualTo("Show 15 more rows");
		assertThat(page.html().select("details tbody tr")).hasSize(15);
		assertThat(lines(page)).doesNotHaveDuplicates().startsWith("2", "3").endsWith("21").hasSize(20);
	}

	@ParameterizedTest
	@CsvSource({ "1, In 1 place", "5, In 5 places" })
	void showsAllOfFewRowsAtOnce(int count, String caption) {
		Page page = read(10, count);
		assertThat(page.text("section table caption")).isEqualTo(caption);
		assertThat(lines(page)).hasSize(count);
		assertThat(page.html().select("section details")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, No row was imported: each has an error.", "1, Some rows were not imported. All others were." })
	void saysWhetherAnythingWasImported(int accepted, String text) {
		assertThat(read(accepted, 30).text("main .govuk-inset-text")).startsWith(text);
	}

	@Test
	void leadsBackToTheFormFromAnImportThatStopped() {
		SERVICES.on("GET", RUN, Answer.json(200, FinanceSamples.run(2, 0).replace("\"finished\"", "\"failed\"")));
		assertThat(get("/finance/imports/i-1", finance()).html().select("main .govuk-inset-text a").attr("href"))
			.isEqualTo("/finance?kind=bills");
	}

	@Test
	void leadsFromAnImportOfPostingsToTheExportsThatItPosted() {
		SERVICES.on("GET", RUN,
				Answer.json(200, FinanceSamples.run(2, 0).replace("\"kind\":\"bills\"", "\"kind\":\"postings\"")));
		String link = get("/finance/imports/i-1", finance()).html().select("main a:contains(exports)").attr("href");
		assertThat(link).isEqualTo("/finance/exports?postedBy=i-1");
		FinanceSamples.answerAll(SERVICES);
		Page exports = get(link, finance());
		assertThat(SERVICES.asked("GET", "/api/v1/finance/exports").getLast().query()).isEqualTo("postedBy=i-1");
		assertThat(exports.html().select("main form")).isEmpty();
		assertThat(exports.html().select("main a[href='/finance/exports']")).hasSize(1);
		assertThat(exports.html().select("a[rel=next]").attr("href"))
			.isEqualTo("/finance/exports?postedBy=i-1&cursor=n");
	}

	private Page read(int accepted, int rejected) {
		SERVICES.on("GET", RUN, Answer.json(200, FinanceSamples.run(accepted, rejected)));
		SERVICES.on("GET", RUN + "/rejected-rows", FinanceSamples.rejectedRows(rejected));
		return get("/finance/imports/i-1", finance());
	}

	private static List<String> lines(Page page) {
		return page.html().select("section tbody th").eachText();
	}

}
