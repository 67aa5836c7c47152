package org.cyberspaceid.face.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cyberspaceid.clips.Jpegs;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.clips.TurnRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands as an operator runs them, on the portraits of the npm packages and frames rendered from them. */
class FaceToolsFlowTest {
    private static final Path KIT = Path.of("target/kit");
    private static final Path PICTURES = KIT.resolve("pictures");
    private static final double[] ANGLES = {-8, -4, 4, 8};

    @BeforeAll
    static void writePictures() throws IOException {
        Files.createDirectories(PICTURES);
        List<String> pairs = new ArrayList<>();
        for (Portrait portrait : Portraits.all()) {
            Files.write(PICTURES.resolve(portrait.id() + ".jpg"), portrait.jpeg());
            for (double angle : ANGLES) {
                Files.write(PICTURES.resolve(turned(portrait, angle)), TurnRenderer.frame(portrait, angle));
                for (Portrait other : Portraits.all()) {
                    pairs.add(other.id() + ".jpg\t" + turned(portrait, angle) + "\t"
                            + (other.id().equals(portrait.id()) ? 1 : 0));
                }
            }
        }
        Files.write(KIT.resolve("pairs.tsv"), pairs);
        Files.write(PICTURES.resolve("broken.jpg"), new byte[500]);
        Files.write(PICTURES.resolve("nobody.jpg"), Jpegs.write(new BufferedImage(250, 250, 1)));
        Files.write(PICTURES.resolve("two.jpg"), Jpegs.write(two()));
    }

    @Test
    void itMeasuresAListOfPairsAndPlotsIt() throws Exception {
        Path plot = KIT.resolve("det.svg");
        Path scores = KIT.resolve("scores.tsv");
        Command command =
                Command.run("face-evaluate", PICTURES, KIT.resolve("pairs.tsv"), "--plot", plot, "--scores", scores);
        System.out.println(command.out());
        assertThat(command.exitStatus()).as(command.err()).isZero();
        assertThat(command.out())
                .contains("pairs in the list: 324 (36 genuine, 288 impostor), bad lines: 0")
                .contains("images: 45, files missing: 0, failures to enrol: 0 (0.00 %)")
                .contains("pairs compared: 36 genuine, 288 impostor")
                .containsPattern("EER [0-9]\\.[0-9]{2} % at 0\\.9")
                .containsPattern("FNMR at FMR 1e-2: [0-9.]+ %")
                .contains("FNMR at FMR 1e-3: n/a (needs 1000 impostor pairs, there are 288)")
                .contains("FNMR at FMR 1e-4: n/a (needs 10000 impostor pairs, there are 288)")
                .containsPattern("ms per image: median [0-9.]+");
        assertThat(equalErrorRate(command.out())).isLessThan(6);
        assertThat(command.err()).contains("45 of 45 images");
        assertThat(Files.readAllLines(scores)).hasSize(324).allMatch(line -> line.split("\t").length == 4);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(plot.toFile())
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(Files.readString(plot)).contains("288 impostor pairs", "36 genuine pairs", "EER ");
    }

    @Test
    void whatCannotBeUsedIsCountedAndListed() throws Exception {
        Portrait one = Portraits.all().get(0);
        Portrait other = Portraits.all().get(4);
        Path list = Files.writeString(
                KIT.resolve("faulty.tsv"),
                String.join(
                        "\n",
                        "# a comment",
                        one.id() + ".jpg\t" + turned(one, 4) + "\t1",
                        one.id() + ".jpg\t" + other.id() + ".jpg\t0\r",
                        one.id() + ".jpg " + other.id() + ".jpg 0",
                        one.id() + ".jpg\t" + other.id() + ".jpg\tyes",
                        "",
                        one.id() + ".jpg\tgone.jpg\t1",
                        one.id() + ".jpg\tbroken.jpg\t1",
                        one.id() + ".jpg\tnobody.jpg\t0",
                        one.id() + ".jpg\ttwo.jpg\t0"));
        Command command = Command.run(
                "face-evaluate", PICTURES, list, "--several-faces", "refuse", "--plot", KIT.resolve("faulty.svg"));
        assertThat(command.exitStatus()).as(command.err()).isEqualTo(1);
        assertThat(command.out())
                .contains("pairs in the list: 6 (3 genuine, 3 impostor), bad lines: 2")
                .contains("images: 7, files missing: 1, failures to enrol: 3 (50.00 %)")
                .contains(
                        "pairs compared: 1 genuine, 1 impostor (left out: 3 for a failure to enrol, 1 for a missing file)")
                .contains("not enrolled\tbroken.jpg\tundecodable")
                .contains("not enrolled\tnobody.jpg\tno_face")
                .contains("not enrolled\ttwo.jpg\tseveral_faces")
                .contains("no file\tgone.jpg\tnot there")
                .contains("bad line\tline 4: 1 fields between tabs instead of 3")
                .contains("bad line\tline 5: the third field is neither 1 nor 0");
    }

    @Test
    void itSaysWhyItCannotBeCarriedOut() throws Exception {
        Path empty = Files.writeString(KIT.resolve("empty.tsv"), "");
        Command nothing = Command.run("face-evaluate", PICTURES, empty);
        assertThat(nothing.exitStatus()).isEqualTo(2);
        assertThat(nothing.err()).contains("face-evaluate: there is no genuine pair, or no impostor pair");
        Command noFolder = Command.run("face-evaluate", KIT.resolve("nowhere"), empty);
        assertThat(noFolder.exitStatus()).isEqualTo(2);
        assertThat(noFolder.err()).contains("is no folder").doesNotContain("Exception");
        Command noModel = Command.run("face-evaluate", "--model", KIT, PICTURES, KIT.resolve("pairs.tsv"));
        assertThat(noModel.exitStatus()).isEqualTo(2);
        assertThat(noModel.err()).contains("face-evaluate: face_model_folder_unreadable: manifest.json");
        assertThat(Command.run("face-evaluate").exitStatus()).isEqualTo(2);
    }

    @Test
    void twoPicturesAreComparedAndTheVerdictIsTheExitStatus() throws Exception {
        Portrait one = Portraits.all().get(0);
        Path a = PICTURES.resolve(one.id() + ".jpg");
        Command same = Command.run("face-check", a, PICTURES.resolve(turned(one, 4)));
        assertThat(same.exitStatus()).as(same.err()).isZero();
        assertThat(same.out()).containsPattern("similarity: 0\\.9[4-9]").contains("verdict: match", "match 0.937");
        Command different = Command.run(
                "face-check", a, PICTURES.resolve(Portraits.all().get(4).id() + ".jpg"));
        assertThat(different.exitStatus()).isEqualTo(1);
        assertThat(different.out()).contains("verdict: no match");
        Command nobody = Command.run("face-check", a, PICTURES.resolve("nobody.jpg"));
        assertThat(nobody.exitStatus()).isEqualTo(2);
        assertThat(nobody.err()).contains("nobody.jpg: no_face");
        assertThat(nobody.out()).isEmpty();
    }

    @Test
    void helpExplainsItself() throws Exception {
        for (String command : new String[] {"face-evaluate", "face-check"}) {
            Command help = Command.run(command, "--help");
            assertThat(help.exitStatus()).isZero();
            assertThat(help.out()).contains("Usage: ", "Exit status:", "--model", "--gates");
        }
    }

    private static double equalErrorRate(String out) {
        var eer = Pattern.compile("EER ([0-9.]+) %").matcher(out);
        assertThat(eer.find()).isTrue();
        return Double.parseDouble(eer.group(1));
    }

    private static String turned(Portrait portrait, double angle) {
        return portrait.id() + "_" + (int) angle + ".jpg";
    }

    private static BufferedImage two() throws IOException {
        BufferedImage both = new BufferedImage(826, 531, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        for (int i = 0; i < 2; i++) {
            graphics.drawImage(
                    ImageIO.read(new ByteArrayInputStream(Portraits.all().get(i).jpeg())), i * 413, 0, null);
        }
        graphics.dispose();
        return both;
    }
}
