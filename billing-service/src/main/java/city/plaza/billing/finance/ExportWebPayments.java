package city.plaza.billing.finance;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.billing.payment.PendingExport;
import city.plaza.billing.payment.PendingLine;
import de.siegmar.fastcsv.writer.CsvWriter;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Writes the web payments that finance has yet to post. */
@Component
class ExportWebPayments {

	private static final List<String> COLUMNS = List.of("payment_reference", "bill_number", "customer_number", "amount",
			"currency", "submitted_at");

	private final PendingExport pending;

	ExportWebPayments(PendingExport pending) {
		this.pending = pending;
	}

	/** The file; with nothing to post only its header. */
	Mono<String> csv() {
		return this.pending.lines().map(ExportWebPayments::write);
	}

	static String write(List<PendingLine> lines) {
		return write(lines, true);
	}

	/** Lines as CSV, with or without the row that names the columns. */
	static String write(List<PendingLine> lines, boolean withHeader) {
		StringWriter text = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().build(text)) {
			if (withHeader) {
				csv.writeRecord(COLUMNS);
			}
			lines.forEach((line) -> csv.writeRecord(cells(line)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	private static List<String> cells(PendingLine line) {
		return Stream
			.of(line.paymentReference().value(), line.billNumber().value(), line.customerNumber().value(),
					line.amount().toDecimal(), line.amount().currency(), line.submittedAt().toString())
			.map(ExportWebPayments::harmless)
			.toList();
	}

	/** A spreadsheet must not run what a cell holds (OWASP, CSV injection). */
	private static String harmless(String cell) {
		return (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

}
