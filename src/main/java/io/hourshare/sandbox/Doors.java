package io.hourshare.sandbox;

import io.hourshare.sandbox.source.Dispatch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each department can be reached: gates before its servers, folders that it drops files into. */
final class Doors implements Closeable {

    private final SandboxSettings settings;
    private final Map<String, List<Gate>> gates = new LinkedHashMap<>();
    private final Map<String, List<DropFolder>> folders = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    private Doors(SandboxSettings settings) {
        this.settings = settings;
    }

    static Doors open(SandboxSettings settings, Feeds feeds, Systems systems) {
        Doors doors = new Doors(settings);
        for (String department : List.of("market-regulation", "tax", "natural-resources")) {
            doors.database(department, systems);
        }
        doors.files("market-regulation", systems);
        doors.files("tax", systems);
        Systems.SECRETS.keySet().stream().sorted().forEach(department -> doors.web(department, systems));
        doors.drop("tax", Systems.outgoing(settings, "tax", "credit-rating"), feeds.creditRating());
        doors.drop("tax", Systems.outgoing(settings, "tax", "monthly-summary"), feeds.monthlySummary());
        doors.drop(
                "market-regulation",
                Systems.outgoing(settings, "market-regulation", "annual-report"),
                feeds.annualReport());
        doors.folder("housing", feeds.plantLease());
        doors.folder("industry-it", feeds.qualification());
        doors.folder("park", feeds.roster());
        return doors;
    }

    Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    void suffer(String department, Trouble trouble) {
        gates.getOrDefault(department, List.of()).forEach(gate -> gate.suffer(trouble));
        folders.getOrDefault(department, List.of()).forEach(folder -> folder.suffer(trouble));
    }

    void write(Instant asOf) {
        folders.values().forEach(several -> several.forEach(folder -> folder.write(asOf)));
    }

    @Override
    public void close() throws IOException {
        for (List<Gate> several : gates.values()) {
            for (Gate gate : several) {
                gate.close();
            }
        }
    }

    private void database(String department, Systems systems) {
        int port = gate(department, systems.database().port());
        property(department, "jdbc-url", systems.database().url(port));
        property(department, "jdbc-user", ExchangeDatabase.USER);
        property(department, "jdbc-password", ExchangeDatabase.PASSWORD);
    }

    private void files(String department, Systems systems) {
        property(department, "sftp-host", "127.0.0.1");
        property(
                department,
                "sftp-port",
                Integer.toString(gate(department, systems.files().port())));
        property(department, "sftp-user", department);
        property(department, "sftp-password", FileService.PASSWORD);
    }

    private void web(String department, Systems systems) {
        int port = gate(department, systems.web().port());
        property(department, "url", "http://127.0.0.1:" + port + "/" + department);
        property(department, "app-key", department);
        property(department, "app-secret", Systems.SECRETS.getOrDefault(department, ""));
    }

    /** A folder of workbooks, handed out by its path. */
    private void folder(String department, Dispatch.Plan plan) {
        Path folder = settings.folder().toAbsolutePath().resolve("drop").resolve(department);
        folders.computeIfAbsent(department, any -> new ArrayList<>())
                .add(new DropFolder(folder, plan, false, trouble(department)));
        property(department, "folder", folder.toString());
    }

    /** A folder on the SFTP server; its department's gate is what fails there, so files are always whole. */
    private void drop(String department, Path folder, Dispatch.Plan plan) {
        folders.computeIfAbsent(department + " (sftp)", any -> new ArrayList<>())
                .add(new DropFolder(folder, plan, true, Trouble.NONE));
    }

    private int gate(String department, int behind) {
        Gate gate = Gate.before(department, behind, trouble(department));
        gates.computeIfAbsent(department, any -> new ArrayList<>()).add(gate);
        return gate.port();
    }

    private Trouble trouble(String department) {
        return settings.troubles().getOrDefault(department, Trouble.NONE);
    }

    private void property(String department, String word, String value) {
        properties.put("hourshare.sources." + department + "." + word, value);
    }
}
