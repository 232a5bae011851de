// Dear ImGui's context for as long as this lives; the one that was current before comes back afterwards.
#pragma once

#include <imgui.h>

namespace nextplease::app {

class ImGuiLife {
public:
    ImGuiLife()
        : before_(ImGui::GetCurrentContext())
        , own_(ImGui::CreateContext())
    {
        ImGui::SetCurrentContext(own_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        // It insists on a font; we set no text with it. Its texture stays where it is, with the id 0.
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        // Lines without a texture: see gl_renderer.h.
        ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    }
    ~ImGuiLife()
    {
        ImGui::DestroyContext(own_);
        ImGui::SetCurrentContext(before_);
    }
    ImGuiLife(const ImGuiLife&) = delete;
    ImGuiLife& operator=(const ImGuiLife&) = delete;

    void make_current() { ImGui::SetCurrentContext(own_); }

private:
    ImGuiContext* before_;
    ImGuiContext* own_;
};

} // namespace nextplease::app
